using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>A deployment group's settings, read from their wire form. A deployment keeps those it was made with.</summary>
internal sealed class GroupSettings
{
    // A READY wait without a length ends with the longest that AWS allows.
    private const int LongestReadyWait = 7200;

    private static readonly string[] Members =
    [
        "deploymentConfigName", "serviceRoleArn", "triggerConfigurations", "alarmConfiguration", "autoRollbackConfiguration",
        "deploymentStyle", "outdatedInstancesStrategy", "blueGreenDeploymentConfiguration", "loadBalancerInfo", "ecsServices",
    ];

    private GroupSettings(JsonObject document) => Document = document;

    public JsonObject Document { get; }

    public string ConfigName => Document.Text("deploymentConfigName")!;

    public string ServiceRoleArn => Document.Text("serviceRoleArn") ?? string.Empty;

    public string ClusterName => Ecs.EcsState.LastSegment(Service.Text("clusterName") ?? string.Empty);

    public string ServiceName => Ecs.EcsState.LastSegment(Service.Text("serviceName") ?? string.Empty);

    public IReadOnlyList<string> TargetGroupNames => [.. Pair.Objects("targetGroups").Select(group => group.Text("name") ?? string.Empty)];

    public string ProductionListener => Pair.Object("prodTrafficRoute")?.Texts("listenerArns") is [var listener, ..] ? listener : string.Empty;

    public string? TestListener => Pair.Object("testTrafficRoute")?.Texts("listenerArns") is [var listener, ..] ? listener : null;

    public bool WaitsForReady => ReadyOption.Text("actionOnTimeout") == "STOP_DEPLOYMENT";

    public int ReadyWaitMinutes => ReadyOption.Int("waitTimeInMinutes") is > 0 and var minutes ? minutes : LongestReadyWait;

    public TimeSpan TerminationWait => TimeSpan.FromMinutes(BlueGreen.Object("terminateBlueInstancesOnDeploymentSuccess")?.Int("terminationWaitTimeInMinutes") ?? 0);

    private JsonObject Service => Document.Objects("ecsServices") is [var service, ..] ? service : [];

    private JsonObject Pair => Document.Object("loadBalancerInfo")?.Objects("targetGroupPairInfoList") is [var pair, ..] ? pair : [];

    private JsonObject BlueGreen => Document.Object("blueGreenDeploymentConfiguration") ?? [];

    private JsonObject ReadyOption => BlueGreen.Object("deploymentReadyOption") ?? [];

    public static GroupSettings From(JsonObject input) => new GroupSettings([]).With(input);

    /// <returns>The settings with those of the input in place of their own, each as a whole.</returns>
    public GroupSettings With(JsonObject input)
    {
        var document = Document.Copy();
        input.CopyTo(document, Members);
        document["deploymentConfigName"] ??= DeploymentConfig.AllAtOnce;
        FillBlueGreen(document);
        return new GroupSettings(document);
    }

    // Both waits are always there: clients read them without asking.
    private static void FillBlueGreen(JsonObject document)
    {
        document["blueGreenDeploymentConfiguration"] ??= new JsonObject();
        var configuration = document.Object("blueGreenDeploymentConfiguration")!;
        configuration["deploymentReadyOption"] ??= new JsonObject();
        configuration["terminateBlueInstancesOnDeploymentSuccess"] ??= new JsonObject();
        var ready = configuration.Object("deploymentReadyOption")!;
        ready["actionOnTimeout"] ??= "CONTINUE_DEPLOYMENT";
        ready["waitTimeInMinutes"] ??= 0;
        var terminate = configuration.Object("terminateBlueInstancesOnDeploymentSuccess")!;
        terminate["action"] ??= "TERMINATE";
        terminate["terminationWaitTimeInMinutes"] ??= 0;
    }
}
