namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>All scenarios.</summary>
internal static class ScenarioSuite
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. ShiftScenarios.All,
        .. GateScenarios.All,
        .. StartFailureScenarios.All,
        .. AlarmScenarios.All,
        .. CancelScenarios.All,
        .. ConcurrencyScenarios.All,
        .. InterferenceScenarios.All,
        .. HookScenarios.All,
        .. ReturnScenarios.All,
        .. RefusalScenarios.All,
        .. AwsTroubleScenarios.All,
    ];

    public static IReadOnlyList<Engine> Engines { get; } = Enum.GetValues<Engine>();
}
