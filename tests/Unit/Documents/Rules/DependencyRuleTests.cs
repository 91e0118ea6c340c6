namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class DependencyRuleTests
{
    [Fact]
    public void Dependency_OnNobody_IsAnErrorWithTheContainersThatAreThere() =>
        RuleBench.Finds("BG126", FindingSeverity.Error, "containerDefinitions[0].dependsOn[0].containerName", "*\"web\" waits for \"db\"*has \"web\", \"init\"*", Web("{\"containerName\":§\"db\",\"condition\":\"START\"}"));

    [Fact]
    public void Dependency_OnItself_IsAnError() =>
        RuleBench.Finds("BG126", FindingSeverity.Error, "containerDefinitions[0].dependsOn[0].containerName", "*\"web\" waits for itself*", Web("{\"containerName\":§\"web\",\"condition\":\"START\"}"));

    [Theory]
    [InlineData("COMPLETE")]
    [InlineData("SUCCESS")]
    public void End_OfAnEssentialContainer_IsAnError(string condition) =>
        RuleBench.Finds("BG126", FindingSeverity.Error, "containerDefinitions[0].dependsOn[0].condition", $"*{condition}*\"init\" is essential*", Web($"{{\"containerName\":\"init\",\"condition\":§\"{condition}\"}}"));

    [Fact]
    public void Health_OfAContainerWithoutCheck_IsAnError() =>
        RuleBench.Finds("BG126", FindingSeverity.Error, "containerDefinitions[0].dependsOn[0].condition", "*\"init\" has no health check*", Web("{\"containerName\":\"init\",\"condition\":§\"HEALTHY\"}"));

    [Fact]
    public void Condition_ThatIsNone_IsAnErrorWithTheFour() =>
        RuleBench.Finds("BG126", FindingSeverity.Error, "containerDefinitions[0].dependsOn[0].condition", "*\"started\"*START, COMPLETE, SUCCESS and HEALTHY*", Web("{\"containerName\":\"init\",\"condition\":§\"started\"}"));

    [Theory]
    [InlineData("START", "\"image\":\"i\"")]
    [InlineData("COMPLETE", "\"essential\":false")]
    [InlineData("SUCCESS", "\"essential\":false")]
    [InlineData("HEALTHY", "\"healthCheck\":{\"command\":[\"CMD\",\"true\"]}")]
    public void Condition_ThatCanCome_IsInOrder(string condition, string init) => RuleBench.FindsNothing("BG126", Web($"{{\"containerName\":\"init\",\"condition\":\"{condition}\"}}", init));

    private static string Web(string dependency, string init = "\"essential\":true") =>
        $"{{\"family\":\"f\",\"containerDefinitions\":[\n{{\"name\":\"web\",\"dependsOn\":[{dependency}]}},{{\"name\":\"init\",{init}}}]}}";
}
