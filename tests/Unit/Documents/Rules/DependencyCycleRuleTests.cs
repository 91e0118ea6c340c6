namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class DependencyCycleRuleTests
{
    [Fact]
    public void Circle_OfThree_IsNamedWhereItCloses() =>
        RuleBench.Finds("BG127", FindingSeverity.Error, "containerDefinitions[3].dependsOn[0]", "*a → b → c → a.*", Task(("start", "\"a\""), ("a", "\"b\""), ("b", "\"c\""), ("c", "§\"a\"")));

    [Fact]
    public void Circles_Two_AreBothTold() =>
        RuleBench.Check("BG127", Task(("a", "\"b\""), ("b", "\"a\""), ("c", "\"d\""), ("d", "\"c\""))).Should().SatisfyRespectively(
            first => first.Message.Should().Contain("a → b → a"),
            second => second.Message.Should().Contain("c → d → c"));

    [Fact]
    public void Dependencies_ThatMeetAgain_AreNoCircle() =>
        RuleBench.FindsNothing("BG127", Task(("a", "\"b\",\"c\""), ("b", "\"d\""), ("c", "\"d\""), ("d", "\"nobody\",\"d\"")));

    private static string Task(params (string Name, string Others)[] containers) =>
        $"{{\"family\":\"f\",\"containerDefinitions\":[{string.Join(",\n", containers.Select(container => $"{{\"name\":\"{container.Name}\",\"dependsOn\":[{DependsOn(container.Others)}]}}"))}]}}";

    private static string DependsOn(string others) =>
        string.Join(',', others.Split(',').Select(other => $"{(other[0] == '§' ? "§" : string.Empty)}{{\"containerName\":{other.TrimStart('§')},\"condition\":\"START\"}}"));
}
