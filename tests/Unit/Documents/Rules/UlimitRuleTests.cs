namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class UlimitRuleTests
{
    [Fact]
    public void SoftLimit_AboveTheHardOne_IsAnErrorThere() =>
        RuleBench.Finds("BG141", FindingSeverity.Error, "containerDefinitions[0].ulimits[0].softLimit", "*nofile is 2048*1024*", RuleBench.Task("\"ulimits\":[{\"name\":\"nofile\",\"softLimit\":§2048,\"hardLimit\":1024}]"));

    [Fact]
    public void Limit_OtherThanNofileOnFargate_IsAWarning() =>
        RuleBench.Finds("BG141", FindingSeverity.Warning, "containerDefinitions[0].ulimits[0].name", "*memlock*only nofile*", RuleBench.Fargate("\"ulimits\":[{\"name\":§\"memlock\",\"softLimit\":1,\"hardLimit\":1}]"));

    [Fact]
    public void Limits_ThatFit_AreInOrder()
    {
        RuleBench.FindsNothing("BG141", RuleBench.Fargate("\"ulimits\":[{\"name\":\"nofile\",\"softLimit\":1024,\"hardLimit\":1024}]"));
        RuleBench.FindsNothing("BG141", RuleBench.Task("\"ulimits\":[{\"name\":\"memlock\",\"softLimit\":1,\"hardLimit\":-1}]"));
    }
}
