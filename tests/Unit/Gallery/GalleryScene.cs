using System.Text.Json.Nodes;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>A world in which a trouble is set up.</summary>
internal sealed class GalleryScene : IAsyncDisposable
{
    private readonly List<DeployerProcess> _processes = [];

    private GalleryScene(AwsSimulator simulator, SeedEnvironment seed) => (Simulator, Seed) = (simulator, seed);

    public AwsSimulator Simulator { get; }

    public SeedEnvironment Seed { get; }

    public DeployerProcess Aws => _processes[0];

    /// <summary>The access key of whoever deploys, where it is not the account's root.</summary>
    public string? AccessKey { get; set; }

    /// <summary>How long it took until the cause was named, where that happened in another world.</summary>
    public TimeSpan? Took { get; set; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Container => "labo-terraform-admin";

    public static string ExecutionRole => "ecsTaskExecutionRole";

    public static async Task<GalleryScene> CreateAsync(SeedEnvironmentOptions options)
    {
        var simulator = new AwsSimulator();
        var scene = new GalleryScene(simulator, await SeedEnvironment.CreateAsync(simulator, options, Token));
        scene.StartProcess(checksSurroundings: false);
        return scene;
    }

    public DeployerProcess StartProcess(bool checksSurroundings, string? accessKey = null, bool retries = false)
    {
        var process = new DeployerProcess(Simulator, Seed.Region, retries, checksSurroundings: checksSurroundings, accessKey: accessKey);
        _processes.Add(process);
        return process;
    }

    /// <summary>The seed's files, version 2.</summary>
    public static DeploymentBuilder Deploy(string tag = "v2") => TestBench.Deploy(tag);

    /// <summary>The seed's files, with another task definition.</summary>
    public static DeploymentBuilder Deploy(Func<TaskDefinition, TaskDefinition> change) => Deployment
        .For(TestBench.Service)
        .WithTaskDef(change(Deploy().Build().TaskDefinition!))
        .Shift(TrafficShift.Canary10Percent5Minutes);

    /// <summary>The seed's files, with another container.</summary>
    public static DeploymentBuilder DeployContainer(Func<ContainerDefinition, ContainerDefinition> change) => Deploy(definition => definition.WithContainer(Container, change));

    /// <summary>How version 2 behaves.</summary>
    public ImageBehavior Version2 => Simulator.Images[Seed.ImageV2];

    /// <summary>Registers version 2, and has CodeDeploy deploy it past the library, as a pipeline would.</summary>
    public async Task<string> DeployByOthersAsync(Func<string, string>? appSpec = null, string? config = null, bool rollsBack = true)
    {
        var revision = await RegisterAsync();
        var text = appSpec?.Invoke(revision) ?? AppSpecOf(revision);
        var created = await Aws.CodeDeploy.CreateDeploymentAsync(
            new()
            {
                ApplicationName = Seed.ApplicationName,
                DeploymentGroupName = Seed.DeploymentGroupName,
                DeploymentConfigName = config ?? "CodeDeployDefault.ECSCanary10Percent5Minutes",
                AutoRollbackConfiguration = rollsBack ? null : new() { Enabled = false },
                Revision = new() { RevisionType = "AppSpecContent", AppSpecContent = new() { Content = text } },
            },
            Token);
        return created.DeploymentId;
    }

    /// <summary>Has others deploy, waits until that has ended, and has it explained.</summary>
    public async Task<FailureDiagnosis?> ExplainOthersAsync(Func<string, string>? appSpec = null, string? config = null) => await ExplainAsync(await DeployByOthersAsync(appSpec, config));

    /// <summary>Waits until a deployment has ended, and has it explained.</summary>
    public async Task<FailureDiagnosis?> ExplainAsync(string deployment)
    {
        for (var minutes = 0; minutes < 300 && (await StatusAsync(deployment)).CompleteTime is null; minutes++)
        {
            Simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        return await Simulator.Clock.DriveAsync(Aws.Deployer.DiagnoseAsync(deployment, Token));
    }

    public async Task<string> RegisterAsync()
    {
        var running = await Aws.Ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = Seed.Family }, Token);
        var container = running.TaskDefinition.ContainerDefinitions[0];
        container.Image = Seed.ImageV2;
        var registered = await Aws.Ecs.RegisterTaskDefinitionAsync(
            new()
            {
                Family = Seed.Family,
                ContainerDefinitions = [container],
                ExecutionRoleArn = running.TaskDefinition.ExecutionRoleArn,
                NetworkMode = running.TaskDefinition.NetworkMode,
                RequiresCompatibilities = running.TaskDefinition.RequiresCompatibilities,
                Cpu = running.TaskDefinition.Cpu,
                Memory = running.TaskDefinition.Memory,
            },
            Token);
        return registered.TaskDefinition.TaskDefinitionArn;
    }

    public string AppSpecOf(string taskDefinition, string? container = null, int? port = null) => new JsonObject
    {
        ["version"] = 0.0,
        ["Resources"] = new JsonArray(new JsonObject
        {
            ["TargetService"] = new JsonObject
            {
                ["Type"] = "AWS::ECS::Service",
                ["Properties"] = new JsonObject
                {
                    ["TaskDefinition"] = taskDefinition,
                    ["LoadBalancerInfo"] = new JsonObject { ["ContainerName"] = container ?? Container, ["ContainerPort"] = port ?? Seed.ContainerPort },
                },
            },
        }),
    }.ToJsonString();

    /// <summary>Gives a role an inline policy that allows actions.</summary>
    public Task AllowAsync(string role, params IEnumerable<string> actions) => Aws.AllowAsync(role, "gallery", actions);

    public async Task DetachAsync(string role, string policy) => await Aws.Iam.DetachRolePolicyAsync(new() { RoleName = role, PolicyArn = $"arn:aws:iam::aws:policy/{policy}" }, Token);

    public Task TrustAsync(string role, string service) => Aws.Iam.UpdateAssumeRolePolicyAsync(
        new() { RoleName = role, PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""" }, Token);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Simulator.DisposeAsync();
    }

    private async Task<DeploymentInfo> StatusAsync(string deployment) => (await Aws.CodeDeploy.GetDeploymentAsync(new() { DeploymentId = deployment }, Token)).DeploymentInfo;
}
