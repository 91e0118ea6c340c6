using System.Text;
using BlueGreen.Ecs.Documents.Diff;

namespace BlueGreen.Ecs.Documents;

/// <summary>Writes a diff for people: the same diff always gives the same text.</summary>
public static class TaskDefinitionDiffText
{
    private const string Green = "\e[32m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Dim = "\e[2m";
    private const string Reset = "\e[0m";

    /// <summary>Writes a diff as text, two lines for each change: <c>~ memory: 512 → 1024</c>, and what it means. Long values are shortened.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="color">Whether to colour it by ANSI sequences, for a terminal. Default: no.</param>
    /// <returns>Lines that end with a line feed; <c>No changes.</c> when there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diff"/> is <see langword="null"/>.</exception>
    public static string ToText(TaskDefinitionDiff diff, bool color = false)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var text = new StringBuilder(diff.IsEmpty ? "No changes.\n" : string.Empty);
        foreach (var change in diff.Changes)
        {
            var (before, after) = ShownValue.Pair(change);
            var (sign, paint) = change.Kind switch
            {
                TaskDefinitionChangeKind.Added => ("+", Green),
                TaskDefinitionChangeKind.Removed => ("-", Red),
                TaskDefinitionChangeKind.Changed => ("~", Yellow),
                _ => (">", Yellow),
            };
            var values = (before, after) switch
            {
                (null, _) => after,
                (_, null) => before,
                _ => $"{before} → {after}",
            };
            text.Append(Paint($"{sign} {ShownValue.Line(change.Path)}", paint)).Append(": ").Append(values).Append('\n')
                .Append("    ").Append(Paint($"{change.Meaning}: {change.Effect}", Dim)).Append('\n');
        }

        return text.ToString();

        string Paint(string words, string paint) => color ? $"{paint}{words}{Reset}" : words;
    }

    /// <summary>Writes a diff as a Markdown table, such as for the summary of a CI job. Long values are shortened.</summary>
    /// <param name="diff">The diff.</param>
    /// <returns>Lines that end with a line feed; <c>No changes.</c> when there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diff"/> is <see langword="null"/>.</exception>
    public static string ToMarkdown(TaskDefinitionDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        if (diff.IsEmpty)
        {
            return "No changes.\n";
        }

        var text = new StringBuilder("| Member | Change | Before | After | What it means |\n| --- | --- | --- | --- | --- |\n");
        foreach (var change in diff.Changes)
        {
            var (before, after) = ShownValue.Pair(change);
            text.Append("| ").AppendJoin(" | ", Code(ShownValue.Line(change.Path)), change.Kind.ToString().ToLowerInvariant(), Code(before), Code(after), $"**{change.Meaning}**: {change.Effect}").Append(" |\n");
        }

        return text.ToString();
    }

    // Backticks inside need a longer fence, and a pipe would end the cell even in code.
    private static string Code(string? text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        var fence = new string('`', LongestRun(text, '`') + 1);
        var padding = text.Length == 0 || text.StartsWith('`') || text.EndsWith('`') || text.StartsWith(' ') ? " " : string.Empty;
        return $"{fence}{padding}{text.Replace("|", "\\|", StringComparison.Ordinal)}{padding}{fence}";
    }

    private static int LongestRun(string text, char wanted)
    {
        var (run, longest) = (0, 0);
        foreach (var character in text)
        {
            run = character == wanted ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
