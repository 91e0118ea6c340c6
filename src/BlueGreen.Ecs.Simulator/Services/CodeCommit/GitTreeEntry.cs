namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>A line of a Git tree.</summary>
/// <param name="Name">The name in the folder.</param>
/// <param name="Mode">Git's mode: <c>100644</c>; <c>40000</c> is a folder.</param>
/// <param name="Id">The id of the blob or tree.</param>
internal sealed record GitTreeEntry(string Name, string Mode, string Id)
{
    /// <summary>What Git sorts by: a folder counts as if its name ended in a slash.</summary>
    public string SortKey => Mode is "40000" ? Name + "/" : Name;
}
