using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Deploying;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

/// <summary>The seed's pipeline in virtual time, whose builds make version 2, and processes that follow it. Their AWS clients do not retry.</summary>
internal sealed class PipelineBench : IAsyncDisposable
{
    private readonly List<DeployerProcess> _processes = [];

    private PipelineBench(PipelineWorld world)
    {
        World = world;
        world.Call("codebuild.DeleteProject", new() { ["name"] = PipelineWorld.Project });
        world.CreateProject("arn:aws:iam::123456789012:role/unknown-to-iam", imageTag: "v2");
    }

    public PipelineWorld World { get; }

    public AwsSimulator Simulator => World.World.Simulator;

    public SimulatorClock Clock => Simulator.Clock;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PipelineBench> CreateAsync() => new(await PipelineWorld.CreateAsync());

    /// <summary>A pipeline whose first execution has just begun.</summary>
    public static async Task<PipelineBench> StartedAsync((string Path, string Content)[]? changed = null, params JsonObject[] stages)
    {
        var bench = await CreateAsync();
        bench.World.Push(changed ?? []);
        bench.World.CreatePipeline(stages);
        return bench;
    }

    public static (string Path, string Content) WrongContainer => ("appspec.yaml", PipelineWorld.SeedFile("appspec.yaml").Replace("ContainerName: labo-terraform-admin", "ContainerName: staging", StringComparison.Ordinal));

    /// <summary>What a process of its own has.</summary>
    public IPipelines NewProcess(TimeSpan? pollInterval = null)
    {
        _processes.Add(new(Simulator, World.Seed.Region, pollInterval: pollInterval ?? TimeSpan.FromSeconds(1)));
        return _processes[^1].Pipelines;
    }

    /// <summary>Follows the execution that runs.</summary>
    public Task<PipelineRun> AttachAsync(string? executionId = null) => Clock.DriveAsync(NewProcess().AttachAsync(PipelineWorld.Name, executionId, Token));

    /// <summary>Moves on until an action has begun, and a process that looks every second has seen it.</summary>
    public void RunUntil(string stage, Predicate<JsonObject>? holds = null)
    {
        World.World.AdvanceUntil(() => World.LatestAction(stage) is { } action && holds?.Invoke(action) is not false);
        Clock.Advance(TimeSpan.FromSeconds(5));
    }

    /// <summary>Runs to the end.</summary>
    public async Task<(PipelineResult Result, IReadOnlyList<PipelineEvent> Events)> FinishAsync(PipelineRun run)
    {
        var result = await Clock.DriveAsync(run.Completion);
        return (result, await run.Events.ToListAsync(Token));
    }

    public JsonObject LastAction(string stage) => World.LatestAction(stage)!;

    public string Execution(int index = 0) => World.Executions()[index].Text("pipelineExecutionId")!;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await World.DisposeAsync();
    }
}
