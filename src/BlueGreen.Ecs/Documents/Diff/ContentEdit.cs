namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>One difference between two canonical task definitions, with its raw values: what a patch is made of.</summary>
/// <param name="Path">What differs.</param>
/// <param name="Kind">How.</param>
/// <param name="Before">The JSON before; of a moved list with keys, the keys.</param>
/// <param name="After">The JSON after; of a moved list with keys, the keys.</param>
/// <param name="Place">Where an added item stands in the list after.</param>
internal sealed record ContentEdit(ContentPath Path, TaskDefinitionChangeKind Kind, string? Before, string? After, int Place = 0);
