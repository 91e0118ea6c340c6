using System.Globalization;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>
/// The table of scenarios and engines, which <c>eng/evidence</c> reads. <see cref="ScenarioTests"/> plays the same rows one by one; here they are played again only where
/// <c>BLUEGREEN_SCENARIO_TABLE</c> is 1.
/// </summary>
public sealed class ScenarioTable(ITestOutputHelper output)
{
    private const int Fewest = 40;
    private const string Ok = "ok";
    private const string Failed = "FAILED";

    private static readonly Dictionary<Engine, string> Names = new()
    {
        [Engine.CodeDeploy] = "codedeploy",
        [Engine.EcsNative] = "ecs-native",
        [Engine.TaskSets] = "task-sets",
    };

    [Fact]
    public void Suite_HasManyScenarios_AndNoneThatNoEngineCanDo()
    {
        ScenarioSuite.All.Should().HaveCountGreaterThanOrEqualTo(Fewest);
        ScenarioSuite.All.Select(scenario => scenario.Name).Should().OnlyHaveUniqueItems();
        ScenarioSuite.All.Should().OnlyContain(scenario => scenario.NotPossible.Count < ScenarioSuite.Engines.Count);
    }

    [Fact]
    public async Task Table_OfScenariosAndEngines_HasNoFailure()
    {
#pragma warning disable RS0030 // Who runs the tests asks for the table.
        if (Environment.GetEnvironmentVariable("BLUEGREEN_SCENARIO_TABLE") is not "1")
#pragma warning restore RS0030
        {
            return;
        }

        var verdicts = new List<string>();
        var width = ScenarioSuite.All.Max(scenario => scenario.Name.Length);
        foreach (var scenario in ScenarioSuite.All)
        {
            var cells = new List<string>();
            foreach (var engine in ScenarioSuite.Engines)
            {
                var verdict = await VerdictAsync(scenario, engine);
                verdicts.Add(verdict);
                cells.Add($"{Names[engine]} {verdict}");
            }

            output.WriteLine($"scenario  {scenario.Name.PadRight(width)}  {string.Join("   ", cells)}");
        }

        var (ok, failed) = (verdicts.Count(verdict => verdict == Ok), verdicts.Count(verdict => verdict == Failed));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ScenarioSuite.All.Count} scenarios, {verdicts.Count} rows, {ok} ok, {verdicts.Count - ok - failed} not possible there (the plan says so), {failed} failed"));
        verdicts.Should().NotContain(Failed);
    }

    private async Task<string> VerdictAsync(Scenario scenario, Engine engine)
    {
        try
        {
            await ScenarioPlayer.PlayAsync(scenario, engine);
            return scenario.NotPossible.TryGetValue(engine, out var told) ? $"not possible there ({told})" : Ok;
        }
#pragma warning disable CA1031 // Whatever it is, the other rows are told too.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            output.WriteLine($"failed    {scenario.Name} with {Names[engine]}: {exception.Message}");
            return Failed;
        }
    }
}
