namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class MountPointRuleTests
{
    [Theory]
    [InlineData("\"volumes\":[{\"name\":\"data\"},{\"name\":\"logs\"}],", "*\"date\"*has \"data\", \"logs\".")]
    [InlineData("", "*\"date\"*has none.")]
    public void Volume_NotDefined_IsAnErrorThere(string task, string message) =>
        RuleBench.Finds("BG145", FindingSeverity.Error, "containerDefinitions[0].mountPoints[0].sourceVolume", message, RuleBench.Task("\"mountPoints\":[{\"sourceVolume\":§\"date\",\"containerPath\":\"/data\"}]", task));

    [Fact]
    public void Volume_Defined_IsInOrder() => RuleBench.FindsNothing("BG145", RuleBench.Task("\"mountPoints\":[{\"sourceVolume\":\"data\"},{\"containerPath\":\"/x\"}]", "\"volumes\":[{\"name\":\"data\"}],"));
}
