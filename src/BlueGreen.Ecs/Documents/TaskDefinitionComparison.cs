using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents.Diff;

namespace BlueGreen.Ecs.Documents;

/// <summary>Compares task definitions by what would run, not by how they are written.</summary>
public static class TaskDefinitionComparison
{
    /// <summary>
    /// Whether both would run the same: they differ at most in what registration erases (order where it means nothing, units, defaults written out,
    /// members that only descriptions have) and in tags. The family counts.
    /// </summary>
    /// <param name="before">A task definition.</param>
    /// <param name="after">The other task definition.</param>
    /// <exception cref="ArgumentNullException">A task definition is <see langword="null"/>.</exception>
    /// <exception cref="DocumentException">A name stands twice where it may stand once, such as a Docker label.</exception>
    public static bool HasSameContentAs(this TaskDefinition before, TaskDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return ReferenceEquals(before, after)
            || (before.Family == after.Family
                && before.ContainerDefinitions.Count == after.ContainerDefinitions.Count
                && JsonNode.DeepEquals(CanonicalTaskDefinition.Of(before), CanonicalTaskDefinition.Of(after)));
    }

    /// <summary>What changes on the way from this task definition to another one; nothing when both have the same content.</summary>
    /// <param name="before">The task definition before.</param>
    /// <param name="after">The task definition after.</param>
    /// <exception cref="ArgumentNullException">A task definition is <see langword="null"/>.</exception>
    /// <exception cref="DocumentException">A name stands twice where it may stand once, such as a Docker label.</exception>
    public static TaskDefinitionDiff DiffTo(this TaskDefinition before, TaskDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new ComputedDiff(ContentDiffer.Compare(CanonicalTaskDefinition.Of(before), CanonicalTaskDefinition.Of(after)));
    }
}
