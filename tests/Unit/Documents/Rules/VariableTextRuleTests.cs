namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class VariableTextRuleTests
{
    [Theory]
    [InlineData("NODE\u00B7ENV", "*\"NODE\u00B7ENV\" holds '\u00B7' U+00B7 (middle dot) at place 5 of 8*")]
    [InlineData("PORT\u00A0", "*U+00A0 (no-break space)*")]
    [InlineData(" PORT", "*U+0020 (space)*")]
    [InlineData("ＰORT", "*U+FF30 (full-width character)*")]
    [InlineData("A=B", "*'='*")]
    [InlineData("GRÖSSE", "*'Ö'*")]
    [InlineData("", "*no name*")]
    public void Name_WithStrayCharacters_IsAWarningThatNamesThem(string name, string message) =>
        RuleBench.Finds("BG131", FindingSeverity.Warning, "containerDefinitions[0].environment[0].name", message, RuleBench.Task($"\"environment\":[\n{{\"name\": §\"{name}\",\"value\":\"x\"}}]"));

    [Fact]
    public void SecretsName_WithStrayCharacters_IsAWarningToo() =>
        RuleBench.Finds("BG131", FindingSeverity.Warning, "containerDefinitions[0].secrets[0].name", "*TOKEN*", RuleBench.Task("\"secrets\":[{\"name\": §\"TOKEN\u200B\",\"valueFrom\":\"x\"}]"));

    [Theory]
    [InlineData("hush ", "*A holds U+0020 (space) at place 5 of 5*")]
    [InlineData("\\thush", "*A holds U+0009 (tab) at place 1*")]
    [InlineData("\u00B7hush", "*A holds '\u00B7' U+00B7 (middle dot)*")]
    [InlineData("hush\\r\\n", "*A holds U+000A (line feed) at place 6*")]
    [InlineData("hush\u200Bhush", "*A holds U+200B (zero-width space)*")]
    public void Value_WithStrayCharacters_IsAWarningThatDoesNotShowIt(string value, string message) =>
        RuleBench.Finds("BG131", FindingSeverity.Warning, "containerDefinitions[0].environment[0].value", message, RuleBench.Task($"\"environment\":[{{\"name\":\"A\",\"value\":§\"{value}\"}}]"))
            .ToString().Should().NotContain("hush");

    [Theory]
    [InlineData("NODE_ENV", "production")]
    [InlineData("spring.datasource-url[0]", "a b")]
    [InlineData("A", "東京·大阪")]
    [InlineData("A", "")]
    public void Texts_OfPlainCharacters_AreInOrder(string name, string value) => RuleBench.FindsNothing("BG131", RuleBench.Task($"\"environment\":[{{\"name\":\"{name}\",\"value\":\"{value}\"}}]"));
}
