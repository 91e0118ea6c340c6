namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>A plan of the seed's service looks at everything, with few calls, and finds nothing.</summary>
public sealed class SeedSurveyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Plan_OfTheSeed_FindsNothing()
    {
        await using var bench = await SurveyBench.CreateAsync();

        (await bench.FindAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Plan_OfTheSeed_TakesAtMost20CallsInFourRoundTrips()
    {
        await using var bench = await SurveyBench.CreateAsync();
        bench.Simulator.Faults.On("*").Slow(TimeSpan.FromSeconds(1));
        var (calls, start) = (Calls(bench).Count, bench.Simulator.Clock.GetUtcNow());

        await bench.FindAsync();

        var made = Calls(bench).Skip(calls).ToList();
        var depth = (bench.Simulator.Clock.GetUtcNow() - start).TotalSeconds;
        output.WriteLine($"preflight of the seed: {made.Count} calls in {depth} round trips: {string.Join(", ", made)}");
        made.Should().HaveCountLessThanOrEqualTo(20);
        depth.Should().BeLessThanOrEqualTo(4);
    }

    private static List<string> Calls(SurveyBench bench) => [.. bench.Simulator.History.Where(one => one.Kind == "call").Select(one => $"{one.Subject} {one.Message}")];
}
