namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Runs a canary deployment whose calls go wrong by a schedule, takes it up again where its process died or gave up, and looks at how it ended.</summary>
internal static class Exploration
{
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<EngineBench> CreateAsync(EngineKind engine) => engine switch
    {
        EngineKind.CodeDeploy => CodeDeployService.CreateAsync(new() { TerminationWait = TimeSpan.FromMinutes(2), ReadyWait = TimeSpan.FromMinutes(30) }),
        EngineKind.EcsNative => NativeService.CreateAsync(),
        _ => ExternalService.CreateAsync(),
    };

    /// <summary>Runs one schedule.</summary>
    /// <param name="engine">Who moves the traffic.</param>
    /// <param name="path">What the deployment comes to without faults.</param>
    /// <param name="schedule">What goes wrong.</param>
    /// <param name="pause">The pause between two looks.</param>
    public static async Task<Explored> RunAsync(EngineKind engine, DeploymentPath path, FaultSchedule schedule, TimeSpan pause)
    {
        await using var bench = await CreateAsync(engine);
        bench.StartTraffic();
        var process = bench.StartProcess(pause);
        schedule.Arm(bench, process);
        var deployment = path.DeploymentFor(bench);
        ResumeToken? token = null;
        var first = await RunAsync(bench, StartAsync(process.Deployer, deployment, process.Life, started => token = started));
        var calls = process.Switch.Calls;
        bench.Simulator.Faults.Clear();

        var last = first;
        for (var again = 0; again < 3 && last.Result is null; again++)
        {
            last = await TakeUpAsync(bench, deployment, token, pause);
        }

        bench.Clock.Advance(Settling);
        return new(engine, path, schedule, calls, first, last, [.. await Invariants.ViolationsAsync(bench, path, last)]);
    }

    // The token is written down as soon as there is one, as a job that may be run again does.
    private static async Task<DeploymentResult> StartAsync(IDeployer deployer, Deployment deployment, CancellationToken life, Action<ResumeToken> write)
    {
        await using var run = await deployer.StartAsync(deployment, life);
        write(run.ResumeToken);
        return await run.Completion.WaitAsync(life);
    }

    // Who comes after goes on with what was written down, or else deploys again, and watches what runs already.
    private static async Task<Ending> TakeUpAsync(EngineBench bench, Deployment deployment, ResumeToken? token, TimeSpan pause)
    {
        var deployer = bench.StartProcess(pause).Deployer;
        if (token is null)
        {
            return await RunAsync(bench, deployer.DeployAsync(deployment with { WhenRunning = ConcurrencyPolicy.Attach }, progress: null, Token));
        }

        var ending = await RunAsync(bench, ResumeAsync(deployer, token, deployment));
        return ending.Error is NoDeploymentInProgressException // Task sets that were rolled back leave nothing to find.
            ? new(bench.Ask(5).ContainsKey("v2") ? DeploymentOutcome.Succeeded : DeploymentOutcome.RolledBack, Error: null)
            : ending;
    }

    private static async Task<DeploymentResult> ResumeAsync(IDeployer deployer, ResumeToken token, Deployment deployment)
    {
        await using var run = await deployer.ResumeAsync(token, deployment, Token);
        return await run.Completion;
    }

    private static async Task<Ending> RunAsync(EngineBench bench, Task<DeploymentResult> deploying)
    {
        try
        {
            return new((await bench.Clock.DriveAsync(deploying)).Outcome, Error: null);
        }
        catch (Exception exception) when (exception is BlueGreenException or OperationCanceledException)
        {
            return new(Result: null, exception);
        }
    }
}
