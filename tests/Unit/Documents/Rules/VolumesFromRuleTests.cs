namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class VolumesFromRuleTests
{
    [Theory]
    [InlineData("db", "*\"web\" takes volumes over from \"db\"*does not have*")]
    [InlineData("web", "*from itself*")]
    public void Source_UnknownOrItself_IsAnErrorThere(string source, string message) =>
        RuleBench.Finds("BG147", FindingSeverity.Error, "containerDefinitions[0].volumesFrom[0].sourceContainer", message, RuleBench.Task($"\"volumesFrom\":[{{\"sourceContainer\":§\"{source}\"}}]"));

    [Fact]
    public void Source_AnotherContainer_IsInOrder() =>
        RuleBench.FindsNothing("BG147", "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"a\"},{\"name\":\"b\",\"volumesFrom\":[{\"sourceContainer\":\"a\"},{\"readOnly\":true}]}]}");
}
