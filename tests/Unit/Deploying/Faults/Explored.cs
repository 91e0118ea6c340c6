namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>One schedule, and what came of it.</summary>
internal sealed record Explored(EngineKind Engine, DeploymentPath Path, FaultSchedule Schedule, int Calls, Ending First, Ending Last, IReadOnlyList<string> Violations)
{
    /// <summary>Whether no call was left for the schedule's last fault.</summary>
    public bool IsUndisturbed => Schedule.Faults.All(fault => fault.Call > Calls);

    public override string ToString() => $"{Engine} {Path.Name}, {Schedule}: {First}; then {Last}. {string.Join(' ', Violations)}";
}
