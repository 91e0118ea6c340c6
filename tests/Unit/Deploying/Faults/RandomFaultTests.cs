using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Many calls of a deployment go wrong, in several processes, by seeds.</summary>
public sealed class RandomFaultTests(ITestOutputHelper output)
{
    private const int MostProcesses = 3;
    private const int MostFaults = 6;
    private const int LastCall = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    // The evidence takes 20,000; here as many as a test may take. BLUEGREEN_SCHEDULES says otherwise.
#pragma warning disable RS0030 // How long a test may take is the machine's choice.
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("BLUEGREEN_SCHEDULES") ?? "60", CultureInfo.InvariantCulture);
#pragma warning restore RS0030

    [Fact]
    public async Task Deploy_ManyCallsGoWrong_EndsOnOneHealthyVersion()
    {
        var explored = new ConcurrentBag<(int Seed, Explored One)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), TestContext.Current.CancellationToken, async (seed, _) => explored.Add((seed, await RunAsync(seed))));

        var faults = explored.Sum(entry => entry.One.Schedules.Zip(entry.One.Calls, (schedule, calls) => schedule.Faults.Count(fault => fault.Call <= calls)).Sum());
        var violated = explored.Where(entry => entry.One.Violations.Count > 0).OrderBy(entry => entry.Seed).Select(entry => $"seed {entry.Seed}: {entry.One}").ToList();
        output.WriteLine($"explored at random: {explored.Count} schedules with {faults} faults in {explored.Sum(entry => entry.One.Endings.Count)} processes, {violated.Count} violations");
        violated.Should().BeEmpty();
    }

    private static Task<Explored> RunAsync(int seed)
    {
        var random = new PCG(1, (ulong)seed);
        var engine = (Engine)Below(random, Enum.GetValues<Engine>().Length);
        var path = Below(random, 2) == 0 ? DeploymentPath.Success : DeploymentPath.Refused; // An alarm does not wait until processes are done with dying.
        return Exploration.RunAsync(engine, path, Pause, [.. Enumerable.Range(0, 1 + Below(random, MostProcesses)).Select(_ => Schedule(random))]);
    }

    // Early calls more often than late ones: there are more of them that change something. One fault at most kills.
    private static FaultSchedule Schedule(PCG random)
    {
        var survived = Enumerable.Range(0, Below(random, MostFaults)).Select(_ => (Call(random), (FaultKind)Below(random, (int)FaultKind.KilledAfter)));
        var killed = (Call(random), FaultKind.KilledAfter + Below(random, 2));
        return new([.. survived.Append(killed).DistinctBy(fault => fault.Item1)]);
    }

    private static int Call(PCG random) => 1 + Below(random, 1 + Below(random, LastCall));

    private static int Below(PCG random, int bound) => (int)random.Next((uint)bound);
}
