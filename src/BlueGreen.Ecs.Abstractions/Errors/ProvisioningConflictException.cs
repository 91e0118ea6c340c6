namespace BlueGreen.Ecs;

/// <summary>Something stands in an environment's way that this library must not touch. Nothing was done with what depends on it.</summary>
/// <param name="plan">The plan, with at least one conflict.</param>
public sealed class ProvisioningConflictException(EnvironmentPlan plan)
    : BlueGreenException($"The environment {plan?.Environment.Name} is in conflict with what is there:\n{string.Join('\n', plan?.Conflicts.Select(one => $"- {one}") ?? [])}")
{
    /// <summary>The plan; <see cref="EnvironmentPlan.Conflicts"/> names what stands in the way, with its ARN.</summary>
    public EnvironmentPlan Plan => plan;
}
