namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class HealthCheckCommandRuleTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[\"CMD\"]")]
    [InlineData("[\"CMD-SHELL\"]")]
    [InlineData("[\"\"]")]
    public void Command_Empty_IsAnError(string command) =>
        RuleBench.Finds("BG137", FindingSeverity.Error, "containerDefinitions[0].healthCheck.command", "*\"web\" has no command*", RuleBench.Task($"\"healthCheck\":{{\"command\":§{command}}}"));

    [Fact]
    public void Shell_WithMoreThanOneText_IsAWarning() =>
        RuleBench.Finds("BG137", FindingSeverity.Warning, "containerDefinitions[0].healthCheck.command", "*followed by 3 texts*", RuleBench.Task("\"healthCheck\":{\"command\": §[\"CMD-SHELL\",\"curl\",\"-f\",\"http://localhost/\"]}"));

    [Fact]
    public void Command_WithoutCmd_IsANote() =>
        RuleBench.Finds("BG137", FindingSeverity.Note, "containerDefinitions[0].healthCheck.command[0]", "*\"curl\"*neither CMD nor CMD-SHELL*", RuleBench.Task("\"healthCheck\":{\"command\":[§\"curl\",\"-f\",\"http://localhost/\"]}"));

    [Theory]
    [InlineData("\"healthCheck\":{\"command\":[\"CMD-SHELL\",\"curl -f http://localhost/ || exit 1\"]}")]
    [InlineData("\"healthCheck\":{\"command\":[\"CMD\",\"curl\",\"-f\",\"http://localhost/\"]}")]
    [InlineData("\"image\":\"i\"")]
    public void Command_AsItIsMeant_IsInOrder(string container) => RuleBench.FindsNothing("BG137", RuleBench.Task(container));
}
