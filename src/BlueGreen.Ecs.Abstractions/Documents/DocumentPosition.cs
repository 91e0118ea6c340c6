namespace BlueGreen.Ecs;

/// <summary>A place in a document.</summary>
/// <param name="Source">The file, or what else the document came from.</param>
/// <param name="Line">The line, from 1; 0 when the document was never a text.</param>
/// <param name="Column">The column, from 1; 0 when the document was never a text.</param>
/// <param name="Path">The member's path, such as <c>containerDefinitions[0].image</c>.</param>
public sealed record DocumentPosition(string Source, int Line, int Column, string Path)
{
    /// <summary><c>taskdef.json:6:16 containerDefinitions[0].image</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Source}:{Line}:{Column}" : Source;
        return Path.Length > 0 ? $"{place} {Path}" : place;
    }
}
