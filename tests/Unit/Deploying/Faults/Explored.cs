namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>One deployment, what went wrong in each process that had to do with it, and what came of it.</summary>
internal sealed record Explored(
    Engine Engine, DeploymentPath Path, IReadOnlyList<FaultSchedule> Schedules, IReadOnlyList<int> Calls, IReadOnlyList<Ending> Endings, IReadOnlyList<string> Violations)
{
    /// <summary>Whether the first process made no call that was to go wrong.</summary>
    public bool IsUndisturbed => Schedules[0].Faults.All(fault => fault.Call > Calls[0]);

    public override string ToString() => $"{Engine} {Path.Name}, {string.Join("; then ", Schedules)}: {string.Join("; then ", Endings)}. {string.Join(' ', Violations)}";
}
