namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class ContainerCountRuleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Containers_NoneOrMoreThanTen_AreAnErrorWithTheirNumber(int count) =>
        RuleBench.Finds("BG113", FindingSeverity.Error, "containerDefinitions", $"*{count} containers*1 to 10*", $"{{\"family\":\"f\",\n\"containerDefinitions\": §[{Containers(count)}]}}");

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Containers_OneToTen_AreInOrder(int count) => RuleBench.FindsNothing("BG113", $"{{\"family\":\"f\",\"containerDefinitions\":[{Containers(count)}]}}");

    private static string Containers(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"name\":\"c{i}\"}}"));
}
