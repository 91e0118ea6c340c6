using System.Globalization;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Many calls of a deployment go wrong, in several processes, by seeds: as many as BLUEGREEN_SCHEDULES says, else 60.</summary>
public sealed class RandomFaultTests(ITestOutputHelper output)
{
    private const int MostProcesses = 3;
    private const int MostFaults = 6;
    private const int LastCall = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("BLUEGREEN_SCHEDULES"), CultureInfo.InvariantCulture, out var count) ? count : 60;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Deploy_ManyCallsGoWrong_EndsOnOneHealthyVersion(int half)
    {
        var (explored, faults, violated) = (0, 0, new List<string>());
        for (var seed = half; seed < Count; seed += 2)
        {
            var one = await RunAsync(seed);
            explored++;
            faults += one.Schedules.Zip(one.Calls, (schedule, calls) => schedule.Faults.Count(fault => fault.Call <= calls)).Sum();
            if (one.Violations.Count > 0)
            {
                violated.Add($"seed {seed}: {one}");
            }
        }

        output.WriteLine($"explored at random: {explored} schedules with {faults} faults, {violated.Count} violations");
        violated.Should().BeEmpty();
    }

    private static Task<Explored> RunAsync(int seed)
    {
        var random = new Random(seed);
        var engine = (EngineKind)random.Next(Enum.GetValues<EngineKind>().Length);
        var path = DeploymentPath.All[random.Next(DeploymentPath.All.Count)];
        return Exploration.RunAsync(engine, path, Pause, [.. Enumerable.Range(0, random.Next(1, MostProcesses + 1)).Select(_ => Schedule(random))]);
    }

    // Early calls more often than late ones: there are more of them that change something. One fault at most kills.
    private static FaultSchedule Schedule(Random random)
    {
        var survived = Enumerable.Range(0, random.Next(MostFaults)).Select(_ => (Call(random), (FaultKind)random.Next((int)FaultKind.KilledAfter)));
        var killed = (Call(random), (FaultKind)random.Next((int)FaultKind.KilledAfter, (int)FaultKind.KilledBeforeTheReply + 1));
        return new([.. survived.Append(killed).DistinctBy(fault => fault.Item1)]);
    }

    private static int Call(Random random) => 1 + (int)(LastCall * random.NextDouble() * random.NextDouble());
}
