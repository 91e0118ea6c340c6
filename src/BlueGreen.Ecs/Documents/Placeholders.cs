using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Documents;

/// <summary>Placeholders such as <c>&lt;IMAGE1_NAME&gt;</c> in the texts of a document.</summary>
internal static partial class Placeholders
{
    /// <summary>Replaces each name in angle brackets by its value, wherever it stands in a text.</summary>
    /// <returns>The names that stood nowhere.</returns>
    public static IReadOnlyList<string> Fill(DocumentNode root, IEnumerable<NamedValue> values)
    {
        var unused = values.ToDictionary(value => value.Name, StringComparer.Ordinal);
        if (unused.Count == 0)
        {
            return [];
        }

        var known = new Dictionary<string, NamedValue>(unused, StringComparer.Ordinal);
        foreach (var node in root.Descendants().Where(MayHold))
        {
            node.Text = Pattern.Replace(node.Text, match =>
            {
                var name = match.Groups["name"].Value;
                unused.Remove(name);
                return known.TryGetValue(name, out var value) ? value.Value : match.Value;
            });
        }

        return [.. unused.Keys];
    }

    /// <summary>Placeholders that nobody filled: whole texts, and parts of an image, which can hold no angle bracket.</summary>
    public static EquatableArray<Placeholder> Unfilled(DocumentNode root)
    {
        List<Placeholder>? found = null;
        Find(root, ref found);
        return found?.ToEquatableArray() ?? [];
    }

    private static void Find(DocumentNode node, ref List<Placeholder>? found)
    {
        foreach (var child in node.Children)
        {
            Find(child, ref found);
        }

        if (!MayHold(node))
        {
            return;
        }

        foreach (Match match in Pattern.Matches(node.Text))
        {
            if (match.Length == node.Text.Length || string.Equals(node.Name, "image", StringComparison.OrdinalIgnoreCase))
            {
                (found ??= []).Add(new(match.Groups["name"].Value, node.Position));
            }
        }
    }

    private static bool MayHold(DocumentNode node) => node.Kind is NodeKind.String or NodeKind.Plain && node.Text.Contains('<', StringComparison.Ordinal);

    [GeneratedRegex("<(?<name>[A-Za-z0-9_.-]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern { get; }
}
