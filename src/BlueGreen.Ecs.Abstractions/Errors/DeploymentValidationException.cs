namespace BlueGreen.Ecs;

/// <summary>A deployment cannot be built from what the builder was told. It holds every problem, not only the first.</summary>
/// <param name="problems">At least one problem.</param>
public sealed class DeploymentValidationException(EquatableArray<DeploymentProblem> problems)
    : BlueGreenException($"The deployment has {(problems.Count == 1 ? "a problem" : $"{problems.Count} problems")}:\n{string.Join('\n', problems.Select(p => $"- {p}"))}")
{
    /// <summary>The problems: of the service first, then of images, documents and the rest, whatever the order of the calls.</summary>
    public EquatableArray<DeploymentProblem> Problems => problems;
}
