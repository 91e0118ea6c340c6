namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class FamilyNameRuleTests
{
    [Theory]
    [InlineData("web shop", "*\"web shop\"*8 characters*1 to 255*")]
    [InlineData("wéb", "*\"wéb\"*")]
    [InlineData("", "*\"\"*0 characters*")]
    public void Family_NoName_IsAnErrorAtTheFamily(string name, string message) =>
        RuleBench.Finds("BG110", FindingSeverity.Error, "family", message, $"{{\n  \"family\":§\"{name}\",\"containerDefinitions\":[]}}");

    [Fact]
    public void Family_TooLong_IsAnError() =>
        RuleBench.Finds("BG110", FindingSeverity.Error, "family", "*256 characters*", $"{{\"family\": §\"{new string('a', 256)}\",\"containerDefinitions\":[]}}");

    [Theory]
    [InlineData("web_Shop-1")]
    [InlineData("<FAMILY>")]
    public void Family_NameOrPlaceholder_IsInOrder(string name) => RuleBench.FindsNothing("BG110", $"{{\"family\":\"{name}\",\"containerDefinitions\":[]}}");
}
