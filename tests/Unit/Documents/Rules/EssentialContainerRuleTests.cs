namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class EssentialContainerRuleTests
{
    [Fact]
    public void Containers_NoneEssential_IsAnError() =>
        RuleBench.Finds("BG114", FindingSeverity.Error, "containerDefinitions", "*No container is essential*", "{\"family\":\"f\",\"containerDefinitions\":§[{\"name\":\"a\",\"essential\":false},{\"name\":\"b\",\"essential\":false}]}");

    [Theory]
    [InlineData("{\"name\":\"a\",\"essential\":false},{\"name\":\"b\"}")]
    [InlineData("{\"name\":\"a\",\"essential\":true}")]
    [InlineData("")]
    public void Containers_OneEssentialOrNoneAtAll_IsInOrder(string containers) => RuleBench.FindsNothing("BG114", $"{{\"family\":\"f\",\"containerDefinitions\":[{containers}]}}");
}
