namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<string, Engine> Rows { get; } =
        [.. ScenarioSuite.All.SelectMany(scenario => ScenarioSuite.Engines.Select(engine => new TheoryDataRow<string, Engine>(scenario.Name, engine)))];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task Scenario_EndsAsExpected(string scenario, Engine engine) => ScenarioPlayer.PlayAsync(ScenarioSuite.All.Single(one => one.Name == scenario), engine);
}
