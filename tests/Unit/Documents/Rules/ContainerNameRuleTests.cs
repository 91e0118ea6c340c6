namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class ContainerNameRuleTests
{
    [Theory]
    [InlineData("web app", "*\"web app\"*letters, digits, hyphens and underscores*")]
    [InlineData("web.app", "*\"web.app\"*")]
    public void Name_WithOtherCharacters_IsAnErrorAtTheName(string name, string message) =>
        RuleBench.Finds("BG111", FindingSeverity.Error, "containerDefinitions[1].name", message, $"{{\"family\":\"web\",\"containerDefinitions\":[{{\"name\":\"a\"}},\n{{\"name\": §\"{name}\"}}]}}");

    [Fact]
    public void Name_OfLettersDigitsHyphensAndUnderscores_IsInOrder() => RuleBench.FindsNothing("BG111", "{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"Web_app-1\"}]}");
}
