namespace BlueGreen.Ecs;

/// <summary>A resource that an environment makes, or finds there.</summary>
/// <param name="Name">Its name; of a role or load balancer that is there already, also its ARN.</param>
/// <param name="IsExisting">Whether it is there already: it is used as it is, neither changed nor removed. Default: no, the environment makes it.</param>
public sealed record EnvironmentResource(string Name, bool IsExisting = false)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
