using System.Text.RegularExpressions;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documentation;

/// <summary>The list of what another tool checks names codes that exist.</summary>
public sealed partial class PreflightPageTests(ITestOutputHelper output)
{
    [Fact]
    public void Page_EveryCheckOfEcspresso_HasItsCodesOrAReason()
    {
        var page = File.ReadAllText(Path.Combine(Repository.RequireRoot(), "docs", "findings.md"));
        var documented = Heading.Matches(page).Select(match => match.Value[3..8]).ToHashSet(StringComparer.Ordinal);
        var table = page[page.IndexOf("| ecspresso looks whether", StringComparison.Ordinal)..page.IndexOf("Beyond that list", StringComparison.Ordinal)];

        var rows = table.Split('\n').Skip(2).Where(line => line.StartsWith('|')).Select(line => line.Split('|')[2].Trim()).ToList();

        var codes = rows.SelectMany(row => Code.Matches(row).Select(match => match.Value)).ToList();
        codes.Should().OnlyContain(code => documented.Contains(code));
        rows.Should().HaveCountGreaterThanOrEqualTo(15).And.OnlyContain(row => Code.IsMatch(row) || row.Contains("not looked at: ", StringComparison.Ordinal) || row.Contains("not asked: ", StringComparison.Ordinal) || row.Contains("Exception", StringComparison.Ordinal));
        output.WriteLine($"{rows.Count} checks of ecspresso verify: {rows.Count(row => !row.StartsWith("not ", StringComparison.Ordinal))} checked here too, {rows.Count(row => row.StartsWith("not ", StringComparison.Ordinal))} not, with the reason");
    }

    [GeneratedRegex("^## BG[0-9]{3}", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex("BG[0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }
}
