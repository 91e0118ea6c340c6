namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG155: the command that writes imageDetail.json quotes its variables.</summary>
internal sealed class UnquotedImageDetailRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { } build)
        {
            yield break;
        }

        foreach (var (path, command) in BuildCommands.Of(build.Content))
        {
            // The shell does not split what stands in a here document.
            var writing = ShellScan.Statements(command).Where(each => each.Statement.Mentions(BuildCommands.ImageDetail) && (each.Statement.Mentions(">") || each.Statement.Mentions("tee ")));
            if (!command.Mentions("<<") && writing.SelectMany(each => each.Unquoted).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names)
            {
                yield return build.Finding(
                    "BG155",
                    FindingSeverity.Note,
                    path,
                    $"{string.Join(", ", names.Select(name => $"${name}"))} {(names.Count == 1 ? "stands" : "stand")} without quotes. With a space in a value, imageDetail.json is no JSON.",
                    "Put double quotes around it, such as \"$REPOSITORY_URI:$IMAGE_TAG\".");
            }
        }
    }
}
