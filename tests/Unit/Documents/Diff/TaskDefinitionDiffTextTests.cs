using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Diff;

public sealed class TaskDefinitionDiffTextTests
{
    private static readonly TaskDefinition Before = TaskDefinitionDocument.Parse("""
        {"family":"web","memory":"512","containerDefinitions":[{"name":"web","image":"web:v1","command":["a|b"],"environment":[{"name":"OLD","value":""},{"name":"TOKEN","value":"abc"}]}]}
        """);

    private static readonly TaskDefinition After = TaskDefinitionDocument.Parse("""
        {"family":"web","memory":"1024","containerDefinitions":[{"name":"web","image":"web:v2","command":["a`b"],"environment":[{"name":"TOKEN","value":"def"},{"name":"NEW","value":"x\ny"}]}]}
        """);

    [Fact]
    public void ToText_EveryKind_IsOneLineWithItsMeaningBelow() => TaskDefinitionDiffText.ToText(Before.DiffTo(After)).Should().Be("""
        ~ containerDefinitions[web].image: web:v1 → web:v2
            Image: Other code runs.
        ~ containerDefinitions[web].command: ["a|b"] → ["a`b"]
            Configuration: Another program starts, or with other arguments.
        + containerDefinitions[web].environment[NEW]: x\ny
            Configuration: The application sees one more variable.
        - containerDefinitions[web].environment[OLD]: ""
            Configuration: The application no longer sees the variable.
        ~ containerDefinitions[web].environment[TOKEN]: •••• → ••••
            Configuration: The application sees another value.
        ~ memory: 512 → 1024
            Capacity: Every task gets more memory, which costs more or needs more room.

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToText_InColor_HasTheSameWords()
    {
        var colored = TaskDefinitionDiffText.ToText(Before.DiffTo(After), color: true);

        colored.Should().Contain("\e[32m+ ").And.Contain("\e[31m- ");
        colored.Replace("\e[32m", "", StringComparison.Ordinal).Replace("\e[31m", "", StringComparison.Ordinal).Replace("\e[33m", "", StringComparison.Ordinal)
            .Replace("\e[2m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal).Should().Be(TaskDefinitionDiffText.ToText(Before.DiffTo(After)));
    }

    [Fact]
    public void ToMarkdown_PipesAndBackticks_BreakNoCell() => TaskDefinitionDiffText.ToMarkdown(Before.DiffTo(After)).Should().Be("""
        | Member | Change | Before | After | What it means |
        | --- | --- | --- | --- | --- |
        | `containerDefinitions[web].image` | changed | `web:v1` | `web:v2` | **Image**: Other code runs. |
        | `containerDefinitions[web].command` | changed | `["a\|b"]` | ``["a`b"]`` | **Configuration**: Another program starts, or with other arguments. |
        | `containerDefinitions[web].environment[NEW]` | added |  | `x\ny` | **Configuration**: The application sees one more variable. |
        | `containerDefinitions[web].environment[OLD]` | removed | `""` |  | **Configuration**: The application no longer sees the variable. |
        | `containerDefinitions[web].environment[TOKEN]` | changed | `••••` | `••••` | **Configuration**: The application sees another value. |
        | `memory` | changed | `512` | `1024` | **Capacity**: Every task gets more memory, which costs more or needs more room. |

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void ToText_NoChange_SaysSo()
    {
        TaskDefinitionDiffText.ToText(Before.DiffTo(Before)).Should().Be("No changes.\n");
        TaskDefinitionDiffText.ToMarkdown(Before.DiffTo(Before)).Should().Be("No changes.\n");
    }

    [Fact]
    public void ToText_LongValues_AreShortenedAroundTheDifference()
    {
        var digest = new string('a', 100);
        var text = TaskDefinitionDiffText.ToText(Image($"{digest}@sha256:0{digest}").DiffTo(Image($"{digest}@sha256:1{digest}")));

        text.Should().Contain("aaaa@sha256:0aaa").And.Contain("aaaa@sha256:1aaa").And.Contain("… → …");
        text.Split('\n')[0].Length.Should().BeLessThan(220);
    }

    [Fact]
    public void ToText_ControlCharacters_ReachNoTerminal() =>
        TaskDefinitionDiffText.ToText(Image("a").DiffTo(Image("\e[31mred\u202e"))).Should().Contain("\\u001b[31mred\\u202e").And.NotContain("\e");

    private static TaskDefinition Image(string image) => new() { Family = "web", ContainerDefinitions = [new() { Name = "web", Image = image }] };
}
