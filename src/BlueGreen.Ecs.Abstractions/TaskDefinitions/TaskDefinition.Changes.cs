namespace BlueGreen.Ecs;

/// <content>Changes by name. Each gives a new task definition and leaves this one as it was.</content>
public sealed partial record TaskDefinition
{
    /// <summary>The container of that name.</summary>
    /// <returns>The container, or <see langword="null"/> when none is called so.</returns>
    public ContainerDefinition? FindContainer(string name) =>
        ContainerDefinitions.FirstOrDefault(container => string.Equals(container.Name, name, StringComparison.Ordinal));

    /// <summary>Changes one container: <c>definition.WithContainer("web", c => c.WithImage("web:v2"))</c>.</summary>
    /// <param name="name">The container's name.</param>
    /// <param name="change">Gets the container and returns the new one.</param>
    /// <exception cref="ArgumentException">No container is called so; the message names those that are there.</exception>
    public TaskDefinition WithContainer(string name, Func<ContainerDefinition, ContainerDefinition> change)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(change);
        var container = FindContainer(name) ?? throw Unknown(name);
        return this with { ContainerDefinitions = ContainerDefinitions.Select(other => ReferenceEquals(other, container) ? change(container) : other).ToEquatableArray() };
    }

    /// <summary>Adds a container, or puts it in the place of the one that is called the same.</summary>
    /// <param name="container">The container.</param>
    public TaskDefinition WithContainer(ContainerDefinition container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return FindContainer(container.Name) is null
            ? this with { ContainerDefinitions = [.. ContainerDefinitions, container] }
            : WithContainer(container.Name, _ => container);
    }

    /// <summary>Takes a container out.</summary>
    /// <param name="name">The container's name.</param>
    /// <exception cref="ArgumentException">No container is called so; the message names those that are there.</exception>
    public TaskDefinition WithoutContainer(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var container = FindContainer(name) ?? throw Unknown(name);
        return this with { ContainerDefinitions = ContainerDefinitions.Where(other => !ReferenceEquals(other, container)).ToEquatableArray() };
    }

    /// <summary>Adds a tag, or gives the tag of that key another value.</summary>
    /// <param name="key">The key, 1 to 128 characters.</param>
    /// <param name="value">The value, up to 256 characters.</param>
    public TaskDefinition WithTag(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return this with { Tags = NamedItems.Set(Tags, new(key, value), static tag => tag.Key) };
    }

    private ArgumentException Unknown(string name)
    {
        var known = ContainerDefinitions.Count == 0 ? "none" : string.Join(", ", ContainerDefinitions.Select(container => $"\"{container.Name}\""));
        return new($"The task definition \"{Family}\" has no container \"{name}\". Its containers: {known}.", nameof(name));
    }
}
