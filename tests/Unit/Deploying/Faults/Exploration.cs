using BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Runs a canary deployment whose calls go wrong by a schedule, takes it up again where its process died or gave up, and looks at how it ended.</summary>
internal static class Exploration
{
    private const int MostUndisturbed = 3;

    private static readonly ServiceSetup Service = new() { ReadyWait = TimeSpan.FromMinutes(30) };

    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(20);

    /// <summary>Runs one process after the other, until one has seen the end.</summary>
    /// <param name="engine">Who moves the traffic.</param>
    /// <param name="path">What the deployment comes to without faults.</param>
    /// <param name="pause">The pause between two looks.</param>
    /// <param name="schedules">What goes wrong in the first process, in the one that takes up from it, and so on; nothing in those that follow.</param>
    public static async Task<Explored> RunAsync(Engine engine, DeploymentPath path, TimeSpan pause, params IReadOnlyList<FaultSchedule> schedules)
    {
        await using var bench = await Service.CreateAsync(engine);
        bench.StartTraffic();
        var deployment = path.DeploymentFor(bench);
        ResumeToken? token = null;
        var (calls, endings) = (new List<int>(), new List<Ending>());
        while (endings.Count < schedules.Count + MostUndisturbed && endings.LastOrDefault()?.Result is null)
        {
            var process = bench.StartProcess(pause);
            (endings.Count < schedules.Count ? schedules[endings.Count] : new()).Arm(bench, process);
            endings.Add(await LiveAsync(bench, process, deployment, token, started => token = started));
            calls.Add(process.Switch.Calls);
            bench.Simulator.Faults.Clear();
        }

        bench.Clock.Advance(Settling);
        return new(engine, path, [.. schedules], calls, endings, [.. await Invariants.ViolationsAsync(bench, path, endings[^1])]);
    }

    // Who comes after goes on with what was written down, or else deploys again, and watches what runs already.
    private static async Task<Ending> LiveAsync(EngineBench bench, DeployerProcess process, Deployment deployment, ResumeToken? token, Action<ResumeToken> write)
    {
        if (token is null)
        {
            return await RunAsync(bench, StartAsync(process, deployment with { WhenRunning = ConcurrencyPolicy.Attach }, write));
        }

        var ending = await RunAsync(bench, ResumeAsync(process, token, deployment));
        return ending.Error is NoDeploymentInProgressException // Task sets that were rolled back leave nothing to find.
            ? new(bench.Ask(5).ContainsKey("v2") ? DeploymentOutcome.Succeeded : DeploymentOutcome.RolledBack, Error: null)
            : ending;
    }

    // The token is written down as soon as there is one, as a job that may be run again does.
    private static async Task<DeploymentResult> StartAsync(DeployerProcess process, Deployment deployment, Action<ResumeToken> write)
    {
        await using var run = await process.Deployer.StartAsync(deployment, process.Life);
        write(run.ResumeToken);
        return await run.Completion.WaitAsync(process.Life);
    }

    private static async Task<DeploymentResult> ResumeAsync(DeployerProcess process, ResumeToken token, Deployment deployment)
    {
        await using var run = await process.Deployer.ResumeAsync(token, deployment, process.Life);
        return await run.Completion.WaitAsync(process.Life);
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
