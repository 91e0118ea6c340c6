using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class AppSpecRulesTests
{
    private static readonly AppSpec Good = new()
    {
        ContainerName = "web",
        ContainerPort = 80,
        Network = new() { Subnets = ["s"], SecurityGroups = ["g"], AssignPublicIp = false },
        Hooks = [new(HookEvent.AfterInstall, "check"), new(HookEvent.AfterAllowTraffic, "arn:aws:lambda:eu-west-1:123456789012:function:check:live")],
    };

    [Fact]
    public void Check_AGoodAppSpec_FindsNothing()
    {
        Check(Good).Should().BeEmpty();
        DocumentChecks.Check(new() { AppSpec = AppSpecDocument.Open(Seed.AppSpec) }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("<TASK_DEFINITION>")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:task-definition/web:42")]
    [InlineData("arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web_1-a:1")]
    public void Check_APlaceholderOrARevision_IsLeftAlone(string taskDefinition) => Check(Good with { TaskDefinition = taskDefinition }).Should().BeEmpty();

    [Theory]
    [InlineData("web:latest")]
    [InlineData("web")]
    [InlineData("web:42")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:task-definition/web")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:task-definition/web:latest")]
    public void Check_ATaskDefinitionWithoutItsRevision_IsFound(string taskDefinition)
    {
        var finding = Check(Good with { TaskDefinition = taskDefinition }).Should().ContainSingle().Which;

        (finding.Code, finding.Position!.Line, finding.Position.Path).Should().Be(("BG202", 6, "Resources[0].TargetService.Properties.TaskDefinition"));
        finding.Message.Should().Contain(taskDefinition);
    }

    [Fact]
    public void Check_HalfANetwork_SaysWhatIsMissing() =>
        Check(Good with { Network = new() { Subnets = ["s"] } }).Should().ContainSingle(finding => finding.Code == "BG203").Which.Message.Should().Contain("SecurityGroups and AssignPublicIp");

    [Fact]
    public void Check_AnEventTwice_IsFoundAtTheSecond() =>
        Check(Good with { Hooks = [.. Good.Hooks, new(HookEvent.AfterInstall, "other")] }).Should().ContainSingle(finding => finding.Code == "BG204").Which.Position!.Path.Should().Be("Hooks[2].AfterInstall");

    [Fact]
    public void Check_TooManySubnetsOrGroups_IsFound() =>
        Check(Good with { Network = Good.Network! with { Subnets = Many(17), SecurityGroups = Many(6) } }).Select(finding => (finding.Code, finding.Severity, finding.Position!.Path)).Should().Equal(
            ("BG205", FindingSeverity.Error, "Resources[0].TargetService.Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets"),
            ("BG205", FindingSeverity.Error, "Resources[0].TargetService.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups"));

    [Theory]
    [InlineData("my function")]
    [InlineData("")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:topic")]
    [InlineData("https://example.com/check")]
    public void Check_AHookThatIsNoFunction_IsFound(string function) =>
        Check(Good with { Hooks = [new(HookEvent.AfterInstall, function)] }).Should().ContainSingle().Which.Code.Should().Be("BG206");

    private static EquatableArray<string> Many(int count) => Enumerable.Range(0, count).Select(i => $"x-{i}").ToEquatableArray();

    private static EquatableArray<Finding> Check(AppSpec spec) => DocumentChecks.Check(new() { AppSpec = AppSpecDocument.Read(AppSpecDocument.ToYaml(spec)) });
}
