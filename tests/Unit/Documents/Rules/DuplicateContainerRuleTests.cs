namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class DuplicateContainerRuleTests
{
    [Fact]
    public void Name_OfAnEarlierContainer_IsAnErrorThatNamesTheFirst() =>
        RuleBench.Finds(
            "BG112",
            FindingSeverity.Error,
            "containerDefinitions[2].name",
            "*\"web\"*containerDefinitions[0]*",
            "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"web\"},{\"name\":\"log\"},\n  {\"name\": §\"web\"}]}");

    [Fact]
    public void Name_ThreeTimes_IsToldForTheSecondAndTheThird() =>
        RuleBench.Check("BG112", "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"}]}")
            .Select(finding => finding.Position!.Path).Should().Equal("containerDefinitions[1].name", "containerDefinitions[2].name");

    [Fact]
    public void Names_ThatDifferInCapitals_AreInOrder() => RuleBench.FindsNothing("BG112", "{\"family\":\"f\",\"containerDefinitions\":[{\"name\":\"web\"},{\"name\":\"Web\"}]}");
}
