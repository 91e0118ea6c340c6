using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

/// <summary>Checks task definitions in JSON. A '§' in a text stands before what the finding is about, and is taken out before the text is read.</summary>
internal static class RuleBench
{
    public const string File = "taskdef.json";

    /// <summary>A task definition for Fargate with one container of these members.</summary>
    public static string Fargate(string container, string task = "") => Task(container, $"\"requiresCompatibilities\":[\"FARGATE\"],\"networkMode\":\"awsvpc\",{task}");

    /// <summary>A task definition with one container of these members; <paramref name="task"/> ends with a comma.</summary>
    public static string Task(string container, string task = "") => $"{{\n  \"family\":\"web\",{task}\n  \"containerDefinitions\":[\n    {{\"name\":\"web\",{container}}}]}}";

    /// <summary>The rule finds exactly this, exactly there.</summary>
    public static Finding Finds(string code, FindingSeverity severity, string path, string message, string marked)
    {
        var finding = Check(code, marked.Replace("§", string.Empty, StringComparison.Ordinal)).Should().ContainSingle().Which;
        finding.Severity.Should().Be(severity);
        finding.Position.Should().Be(Place(marked) with { Path = path });
        finding.Subject.Should().Be(finding.Position!.ToString());
        finding.Message.Should().Match(message);
        finding.Fix.Should().NotBeEmpty();
        return finding;
    }

    public static void FindsNothing(string code, string json) => Check(code, json).Should().BeEmpty();

    public static IReadOnlyList<Finding> Check(string code, string json) =>
        [.. DocumentChecks.Check(new() { TaskDefinition = TaskDefinitionDocument.Read(json, File) }).Where(finding => finding.Code == code)];

    private static DocumentPosition Place(string marked)
    {
        var before = marked[..marked.IndexOf('§', StringComparison.Ordinal)];
        return new(File, before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'), string.Empty);
    }
}
