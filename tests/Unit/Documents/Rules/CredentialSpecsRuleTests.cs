namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class CredentialSpecsRuleTests
{
    [Fact]
    public void Specs_Two_AreAnErrorThere() =>
        RuleBench.Finds("BG143", FindingSeverity.Error, "containerDefinitions[0].credentialSpecs", "*\"web\" has 2 credential specs*one*", RuleBench.Task("\"credentialSpecs\":§[\"credentialspec:a\",\"credentialspec:b\"]"));

    [Fact]
    public void Specs_One_IsInOrder() => RuleBench.FindsNothing("BG143", RuleBench.Task("\"credentialSpecs\":[\"credentialspec:a\"]"));
}
