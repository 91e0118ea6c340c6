using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>No false alarms.</summary>
public sealed class CleanWorldTests(ITestOutputHelper output)
{
    private const int Worlds = 200;

    [Fact]
    public async Task Plan_InAnyValidEnvironment_WarnsOfNothing()
    {
        var (findings, engines) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        await CleanWorld.Any.SampleAsync(
            async world =>
            {
                var found = await world.FindAsync();
                found.Where(finding => finding.Severity >= FindingSeverity.Warning).Should().BeEmpty($"it is clean: {world}");
                lock (engines)
                {
                    findings += found.Count(finding => finding.Severity >= FindingSeverity.Warning);
                    engines[world.Engine.ToString()] = engines.GetValueOrDefault(world.Engine.ToString()) + 1;
                }
            },
            iter: Worlds,
            threads: 1);

        output.WriteLine($"clean environments: {engines.Values.Sum()} ({string.Join(", ", engines.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"))}), findings of severity warning or above: {findings}");
    }
}
