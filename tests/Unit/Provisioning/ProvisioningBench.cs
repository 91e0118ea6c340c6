using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.CodeCommit.Model;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>An account in virtual time, empty at first, and processes that live in the same time.</summary>
internal sealed class ProvisioningBench : IAsyncDisposable
{
    public const string Region = "ap-northeast-1";
    public const string Name = "labo-terraform-admin";
    public const string Reference = $"web/{Name}";

    private readonly List<DeployerProcess> _processes = [];

    public ProvisioningBench() => Process = StartProcess();

    public AwsSimulator Simulator { get; } = new();

    /// <summary>The newest process.</summary>
    public DeployerProcess Process { get; private set; }

    public SimulatorClock Clock => Simulator.Clock;

    public IProvisioner Provisioner => Process.Provisioner;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The environment of the walk-through.</summary>
    public static EnvironmentBuilder Labo(EnvironmentController controller = EnvironmentController.CodeDeploy) => BlueGreenEnvironment
        .For(Name)
        .InCluster("web")
        .WithTaskDef("Fixtures/seed/taskdef.json")
        .WithImageTag("v1")
        .WithDesiredCount(2)
        .WithProductionListener(8080)
        .WithTestListener(8081)
        .WithDeployments(new() { Bake = TimeSpan.FromMinutes(5) })
        .DeployedBy(controller);

    /// <summary>The second version, as a change to the one that runs.</summary>
    public static Deployment Version2() => Deployment
        .For(Reference)
        .WithTaskDef(running => running.WithContainer(Name, container => container.WithImage(container.Image![..^1] + '2')))
        .Build();

    /// <summary>Another process, which is <see cref="Process"/> from now on.</summary>
    public DeployerProcess StartProcess(bool checksSurroundings = true)
    {
        Process = new DeployerProcess(Simulator, Region, checksSurroundings: checksSurroundings);
        _processes.Add(Process);
        return Process;
    }

    public Task<EnvironmentPlan> PlanAsync(BlueGreenEnvironment environment) => Clock.DriveAsync(Provisioner.PlanAsync(environment, Token));

    public Task<ProvisionedEnvironment> ApplyAsync(BlueGreenEnvironment environment, ConcurrentQueue<ProvisioningEvent>? events = null) =>
        Clock.DriveAsync(Provisioner.ApplyAsync(environment, new Recorder(events ?? [], _ => { }), Token));

    /// <summary>Applies, and pushes both versions' images as soon as there is a repository, as a build would.</summary>
    public Task<ProvisionedEnvironment> ApplyAndPushAsync(BlueGreenEnvironment environment) => Clock.DriveAsync(Provisioner.ApplyAsync(
        environment,
        new Recorder([], happened =>
        {
            if (happened is { Kind: ResourceKind.Repository, Arn: not null })
            {
                Push();
            }
        }),
        Token));

    public Task<EnvironmentPlan> DestroyAsync(BlueGreenEnvironment environment, ConcurrentQueue<ProvisioningEvent>? events = null) =>
        Clock.DriveAsync(Provisioner.DestroyAsync(environment, new Recorder(events ?? [], _ => { }), Token));

    /// <summary>Follows the newest execution of the pipeline to its end.</summary>
    public async Task<PipelineResult> FollowAsync()
    {
        var newest = Simulator.Invoke("codepipeline", "ListPipelineExecutions", new() { ["pipelineName"] = Name }, Region)["pipelineExecutionSummaries"]![0]!["pipelineExecutionId"]!.GetValue<string>();
        await using var run = await Clock.DriveAsync(Process.Pipelines.AttachAsync(Name, newest, Token));
        return await Clock.DriveAsync(run.Completion);
    }

    /// <summary>Pushes a file to the pipeline's repository.</summary>
    public async Task<string> PushAsync(string path, string text)
    {
        var head = await Process.CodeCommit.GetBranchAsync(new() { RepositoryName = Name, BranchName = "main" }, Token);
        var request = new CreateCommitRequest
        {
            RepositoryName = Name,
            BranchName = "main",
            ParentCommitId = head.Branch.CommitId,
            PutFiles = [new() { FilePath = path, FileContent = new(Encoding.UTF8.GetBytes(text)) }],
        };
        return (await Process.CodeCommit.CreateCommitAsync(request, Token)).CommitId;
    }

    /// <summary>The revision of the task definition that serves.</summary>
    public async Task<string> RunningAsync()
    {
        var service = (await Process.Ecs.DescribeServicesAsync(new() { Cluster = "web", Services = [Name] }, Token)).Services[0];
        return service.TaskSets?.Find(set => set.Status == "PRIMARY")?.TaskDefinition ?? service.TaskDefinition;
    }

    /// <summary>Pushes the images of versions 1 and 2.</summary>
    public void Push()
    {
        foreach (var tag in (string[])["v1", "v2"])
        {
            Simulator.Invoke("ecr", "BatchDeleteImage", new() { ["repositoryName"] = Name, ["imageIds"] = new JsonArray(new JsonObject { ["imageTag"] = tag }) }, Region);
            var manifest = $$"""{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","annotations":{"version":"{{tag}}"},"layers":[]}""";
            Simulator.Invoke("ecr", "PutImage", new() { ["repositoryName"] = Name, ["imageTag"] = tag, ["imageManifest"] = manifest }, Region);
        }
    }

    /// <summary>What there is in the account, once images are there and all tasks run.</summary>
    public IReadOnlyList<string> Settle()
    {
        if (Simulator.Invoke("ecr", "DescribeRepositories", [], Region)["repositories"]!.AsArray().Count > 0)
        {
            Push();
        }

        Clock.Advance(TimeSpan.FromMinutes(25));
        return AccountPicture.Of(Simulator);
    }

    public string Ask(string listenerArn) => Simulator.SendRequest(listenerArn) is { StatusCode: 200, Version: { } version } ? version : "failed";

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Simulator.DisposeAsync();
    }

    private sealed class Recorder(ConcurrentQueue<ProvisioningEvent> events, Action<ProvisioningEvent> happened) : IProgress<ProvisioningEvent>
    {
        public void Report(ProvisioningEvent value)
        {
            events.Enqueue(value);
            happened(value);
        }
    }
}
