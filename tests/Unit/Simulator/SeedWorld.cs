using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator;

/// <summary>A seed environment in virtual time, and short words for what the tests do with it.</summary>
internal sealed class SeedWorld : IAsyncDisposable
{
    private SeedWorld(AwsSimulator simulator, SeedEnvironment seed) => (Simulator, Seed) = (simulator, seed);

    public AwsSimulator Simulator { get; }

    public SeedEnvironment Seed { get; }

    public DateTimeOffset Now => Simulator.Clock.GetUtcNow();

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA2000", Justification = "The world owns the simulator.")]
    public static async Task<SeedWorld> CreateAsync(Action<SeedEnvironmentOptions>? configure = null, int seed = 1, Action<AwsSimulatorOptions>? setUp = null)
    {
        var options = new SeedEnvironmentOptions();
        configure?.Invoke(options);
        var account = new AwsSimulatorOptions { Seed = seed };
        setUp?.Invoke(account);
        var simulator = new AwsSimulator(account);
        return new SeedWorld(simulator, await SeedEnvironment.CreateAsync(simulator, options, TestContext.Current.CancellationToken));
    }

    public JsonObject Call(string service, string operation, JsonObject input) => Simulator.Invoke(service, operation, input, Seed.Region);

    public void Advance(TimeSpan by) => Simulator.Clock.Advance(by);

    /// <summary>Advances until something holds, second by second or in longer steps.</summary>
    public void AdvanceUntil(Func<bool> holds, int stepSeconds = 1)
    {
        var end = Now + TimeSpan.FromHours(2);
        while (!holds())
        {
            Now.Should().BeBefore(end, "it should have happened by then; history: {0}", string.Join('\n', Simulator.History.TakeLast(40)));
            Advance(TimeSpan.FromSeconds(stepSeconds));
        }
    }

    /// <summary>Registers the seed's task definition with another image.</summary>
    public string Register(string image)
    {
        var document = Call("ecs", "DescribeTaskDefinition", new() { ["taskDefinition"] = Seed.TaskDefinitionArn })["taskDefinition"]!.AsObject().DeepClone().AsObject();
        document["containerDefinitions"]![0]!["image"] = image;
        return Call("ecs", "RegisterTaskDefinition", document)["taskDefinition"]!["taskDefinitionArn"]!.GetValue<string>();
    }

    public string AppSpec(string taskDefinition, string? container = null, int port = 5000, string hooks = "") =>
        $"""
        version: 0.0
        Resources:
          - TargetService:
              Type: AWS::ECS::Service
              Properties:
                TaskDefinition: "{taskDefinition}"
                LoadBalancerInfo:
                  ContainerName: {container ?? Seed.ServiceName}
                  ContainerPort: {port}
        {hooks}
        """;

    /// <summary>Deploys version 2, or what is said.</summary>
    public string Deploy(string? appSpec = null, Action<JsonObject>? change = null)
    {
        var input = new JsonObject
        {
            ["applicationName"] = Seed.ApplicationName,
            ["deploymentGroupName"] = Seed.DeploymentGroupName,
            ["revision"] = new JsonObject
            {
                ["revisionType"] = "AppSpecContent",
                ["appSpecContent"] = new JsonObject { ["content"] = appSpec ?? AppSpec(Register(Seed.ImageV2)) },
            },
        };
        change?.Invoke(input);
        return Call("codedeploy", "CreateDeployment", input)["deploymentId"]!.GetValue<string>();
    }

    public JsonObject Deployment(string id) => Call("codedeploy", "GetDeployment", new() { ["deploymentId"] = id })["deploymentInfo"]!.AsObject();

    public JsonObject Target(string id) => Call("codedeploy", "GetDeploymentTarget", new()
    {
        ["deploymentId"] = id,
        ["targetId"] = $"{Seed.ClusterName}:{Seed.ServiceName}",
    })["deploymentTarget"]!["ecsTarget"]!.AsObject();

    public string Status(string id) => Deployment(id).Text("status")!;

    public bool IsOver(string id) => Status(id) is "Succeeded" or "Failed" or "Stopped";

    /// <summary>Runs a deployment to its end, and its rollback too.</summary>
    public JsonObject Finish(string id)
    {
        AdvanceUntil(() => IsOver(id), stepSeconds: 10);
        if (Deployment(id).Object("rollbackInfo")?.Text("rollbackDeploymentId") is { } rollback)
        {
            AdvanceUntil(() => IsOver(rollback), stepSeconds: 10);
        }

        return Deployment(id);
    }

    public (string? Code, string? Message) Error(string id) =>
        (Deployment(id).Object("errorInformation")?.Text("code"), Deployment(id).Object("errorInformation")?.Text("message"));

    /// <summary>Name to status of the lifecycle events, as <c>Install=Succeeded</c>.</summary>
    public IReadOnlyList<string> Events(string id) =>
        [.. Target(id).Objects("lifecycleEvents").Select(one => $"{one.Text("lifecycleEventName")}={one.Text("status")}")];

    public JsonObject Service() => Call("ecs", "DescribeServices", new()
    {
        ["cluster"] = Seed.ClusterName,
        ["services"] = new JsonArray(Seed.ServiceName),
    })["services"]![0]!.AsObject();

    public IReadOnlyList<JsonObject> TaskSets() => Service().Objects("taskSets");

    /// <summary>The weights of a listener by target group, in percent.</summary>
    public Dictionary<string, int> Weights(string? listener = null)
    {
        var balancing = Simulator.World.In(Seed.Region).LoadBalancing;
        var weights = balancing.ForwardWeights(listener ?? Seed.ProductionListenerArn);
        var sum = weights.Values.Sum();
        return weights.ToDictionary(one => balancing.FindTargetGroupName(one.Key)!, one => 100 * one.Value / sum, StringComparer.Ordinal);
    }

    public string Page(string? listener = null) => Simulator.SendRequest(listener ?? Seed.ProductionListenerArn).Body;

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
