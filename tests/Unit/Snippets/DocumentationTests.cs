using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>Every piece of C# in the documentation stands, line by line, in a file of this folder or of the integration tests' one, and is therefore compiled.</summary>
public sealed class DocumentationTests
{
    private static readonly string[] Tests = ["Unit", "Integration"];

    [Fact]
    public void Pages_EveryPieceOfCSharp_IsCompiled()
    {
        var root = Repository.RequireRoot();
        var sources = Tests.SelectMany(tests => Directory.EnumerateFiles(Path.Combine(root, "tests", tests, "Snippets"), "*.cs")).Select(file => Normal(File.ReadLines(file))).ToList();

        var snippets = Pages(root).SelectMany(page => Snippets(page).Select(snippet => (Page: Path.GetRelativePath(root, page), Text: snippet))).ToList();

        snippets.Should().NotBeEmpty();
        snippets.Where(snippet => !sources.Exists(source => source.Contains(snippet.Text, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void Pages_EveryLinkToAFile_LeadsToOne()
    {
        var root = Repository.RequireRoot();

        Pages(root).SelectMany(page => Links(page).Where(link => !File.Exists(Path.Combine(Path.GetDirectoryName(page)!, link))).Select(link => $"{page}: {link}")).Should().BeEmpty();
    }

    private static IEnumerable<string> Pages(string root) =>
        Directory.EnumerateFiles(root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "models"), "*.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "src"), "README.md", SearchOption.AllDirectories));

    private static IEnumerable<string> Snippets(string page)
    {
        List<string>? lines = null;
        foreach (var line in File.ReadLines(page))
        {
            if (lines is null)
            {
                lines = line == "```csharp" ? [] : null;
            }
            else if (line == "```")
            {
                yield return Normal(lines);
                lines = null;
            }
            else
            {
                lines.Add(line);
            }
        }
    }

    private static IEnumerable<string> Links(string page) =>
        File.ReadAllText(page).Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

    // Indentation and blank lines are the page's own.
    private static string Normal(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.Trim()).Where(line => line.Length > 0));
}
