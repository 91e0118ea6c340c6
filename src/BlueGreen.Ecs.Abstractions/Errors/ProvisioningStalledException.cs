namespace BlueGreen.Ecs;

/// <summary>A resource of an environment does not get where it is wanted in time. What is done stays done, and the next call goes on from there.</summary>
/// <param name="resource">The resource, as <see cref="PlannedResource.Id"/> has it.</param>
/// <param name="message">What was waited for, for how long, and what to do.</param>
public sealed class ProvisioningStalledException(string resource, string message)
    : BlueGreenException($"{resource}: {message}")
{
    /// <summary>The resource, as <see cref="PlannedResource.Id"/> has it.</summary>
    public string Resource => resource;
}
