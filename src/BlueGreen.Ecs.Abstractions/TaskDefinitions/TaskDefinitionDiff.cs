using System.Globalization;

namespace BlueGreen.Ecs;

/// <summary>
/// What differs between two task definitions once everything is set aside that registration would erase: order where it means nothing, units,
/// defaults written out, tags. Values that look like secrets are masked; none is printed or serialised.
/// </summary>
public abstract record TaskDefinitionDiff
{
    /// <summary>The changes, those of the code that runs first, then by what they touch, then by path. Empty: both run the same.</summary>
    public abstract EquatableArray<TaskDefinitionChange> Changes { get; }

    /// <summary>Whether nothing changes.</summary>
    public virtual bool IsEmpty => Changes.Count == 0;

    /// <summary>Makes the changes to a task definition.</summary>
    /// <param name="before">The task definition that the diff was made from, or another one that has what is changed.</param>
    /// <returns>One with the same content as the one that the diff leads to, in canonical form; its tags are those of <paramref name="before"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="before"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="before"/> has not what is changed, such as a container of that name.</exception>
    /// <exception cref="DocumentException">The outcome is no task definition, because <paramref name="before"/> is none.</exception>
    public abstract TaskDefinition ApplyTo(TaskDefinition before);

    /// <summary><c>2 changes: containerDefinitions[web].image, memory</c>.</summary>
    public sealed override string ToString() => Changes.Count switch
    {
        0 => "no changes",
        1 => $"1 change: {Changes[0].Path}",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} changes: {string.Join(", ", Changes.Select(change => change.Path))}"),
    };
}
