namespace BlueGreen.Ecs;

/// <summary>An environment cannot be built from what the builder was told. It holds every problem, not only the first.</summary>
/// <param name="problems">At least one problem.</param>
public sealed class EnvironmentValidationException(EquatableArray<DeploymentProblem> problems)
    : BlueGreenException($"The environment has {(problems.Count == 1 ? "a problem" : $"{problems.Count} problems")}:\n{string.Join('\n', problems.Select(p => $"- {p}"))}")
{
    /// <summary>The problems: of names first, then of the task definition and the rest, whatever the order of the calls.</summary>
    public EquatableArray<DeploymentProblem> Problems => problems;
}
