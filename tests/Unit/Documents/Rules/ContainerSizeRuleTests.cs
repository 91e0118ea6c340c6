namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class ContainerSizeRuleTests
{
    [Fact]
    public void Memory_NowhereAtAll_IsAnErrorOfTheContainer() =>
        RuleBench.Finds("BG118", FindingSeverity.Error, "containerDefinitions[0]", "*\"web\" has neither memory nor memoryReservation*", "{\"family\":\"f\",\"containerDefinitions\":[ §{\"name\":\"web\"}]}");

    [Fact]
    public void Memory_BelowReservation_IsAnError() =>
        RuleBench.Finds("BG118", FindingSeverity.Error, "containerDefinitions[0].memory", "*128 MiB*256 MiB*", RuleBench.Task("\"memory\":§128,\"memoryReservation\":256"));

    [Fact]
    public void Memory_AboveTheTasks_IsAnError() =>
        RuleBench.Finds("BG118", FindingSeverity.Error, "containerDefinitions[0].memory", "*1024 MiB*task 512*", RuleBench.Task("\"memory\":§1024,\"memoryReservation\":256", "\"memory\":\"0.5 GB\","));

    [Fact]
    public void Reservations_TogetherAboveTheTasks_AreAWarning() =>
        RuleBench.Finds("BG118", FindingSeverity.Warning, "memory", "*600 MiB together*512*", Two("\"memoryReservation\":300", "\"memory\":§\"512\","));

    [Fact]
    public void Cpu_TogetherAboveTheTasks_IsAnError() => RuleBench.Finds("BG118", FindingSeverity.Error, "cpu", "*400 CPU units together*256*", Two("\"cpu\":200", "\"cpu\":§\".25 vCPU\",\"memory\":\"512\","));

    [Theory]
    [InlineData("\"cpu\":128,\"memory\":256,\"memoryReservation\":256", "\"cpu\":\"256\",\"memory\":\"512\",")]
    [InlineData("\"memory\":512,\"memoryReservation\":256", "\"memory\":\"512\",")]
    [InlineData("\"memoryReservation\":256", "")]
    [InlineData("\"image\":\"i\"", "\"memory\":\"512\",")]
    [InlineData("\"image\":\"i\"", "\"requiresCompatibilities\":[\"FARGATE\"],")]
    public void Sizes_ThatFit_AreInOrder(string container, string task) => RuleBench.FindsNothing("BG118", Two(container, task));

    private static string Two(string container, string task) => $"{{\"family\":\"f\",{task}\"containerDefinitions\":[{{\"name\":\"a\",{container}}},{{\"name\":\"b\",{container}}}]}}";
}
