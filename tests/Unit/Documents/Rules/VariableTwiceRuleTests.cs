namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class VariableTwiceRuleTests
{
    [Fact]
    public void Name_InEnvironmentAndSecrets_IsAnErrorAtTheSecret() =>
        RuleBench.Finds(
            "BG130",
            FindingSeverity.Error,
            "containerDefinitions[0].secrets[0].name",
            "*TOKEN*environment and in secrets*",
            RuleBench.Task("\"environment\":[{\"name\":\"TOKEN\",\"value\":\"hush\"}],\n\"secrets\":[{\"name\":§\"TOKEN\",\"valueFrom\":\"v\"}]")).ToString().Should().NotContain("hush");

    [Fact]
    public void Name_OfTwoSecrets_IsAnError() =>
        RuleBench.Finds("BG130", FindingSeverity.Error, "containerDefinitions[0].secrets[1].name", "*TOKEN*two secrets*", RuleBench.Task("\"secrets\":[{\"name\":\"TOKEN\",\"valueFrom\":\"v\"},{\"name\":§\"TOKEN\",\"valueFrom\":\"w\"}]"));

    [Fact]
    public void Name_TwiceInEnvironment_IsAWarning() =>
        RuleBench.Finds("BG130", FindingSeverity.Warning, "containerDefinitions[0].environment[1].name", "*A is set twice*", RuleBench.Task("\"environment\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":§\"A\",\"value\":\"2\"}]"));

    [Fact]
    public void Names_ThatDiffer_AreInOrder() => RuleBench.FindsNothing("BG130", RuleBench.Task("\"environment\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"a\",\"value\":\"1\"}],\"secrets\":[{\"name\":\"B\",\"valueFrom\":\"v\"}]"));
}
