using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class AppSpecDocumentTests
{
    [Theory]
    [InlineData("", "a.yaml:1:1", "*empty*")]
    [InlineData("# nothing\n", "a.yaml:1:1", "*empty*")]
    [InlineData("---\n", "a.yaml:", "*nothing*allowed is an object*")]
    [InlineData("version: 0.0\n\tResources: []", "a.yaml:1:10", "*no YAML*tab*")]
    [InlineData("version: 0.0\nResources: [", "a.yaml:3:1", "*no YAML*")]
    [InlineData("version: \"0.0", "a.yaml:1:", "*no YAML*")]
    [InlineData("version: 0.0\nversion: 0.0", "a.yaml:2:1 version", "*\"version\"*twice*")]
    [InlineData("version: 0.0\nResources: *v", "a.yaml:2:12", "*alias *v stands for nothing*")]
    [InlineData("version: 0.0\n? [a]\n: b", "a.yaml:2:3", "*name is plain text*")]
    [InlineData("version: 0.0\n---\nversion: 0.0", "a.yaml:2:1", "*second document*")]
    [InlineData("- a", "a.yaml:1:1", "*a list of 1*allowed is an object*")]
    public void Parse_NoYaml_SaysWhereAndWhy(string yaml, string place, string problem)
    {
        var exception = FluentActions.Invoking(() => AppSpecDocument.Parse(yaml, "a.yaml")).Should().Throw<DocumentException>().Which;

        exception.Message.Should().StartWith(place);
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("version: 0.0", "version: 1.0", "1:10 version", "*1.0*only one is 0.0*")]
    [InlineData("version: 0.0", "", "2:1", "*\"version\" is missing*")]
    [InlineData("AWS::ECS::Service", "AWS::Lambda::Function", "4:13 Resources[0].TargetService.Type", "*AWS::Lambda::Function*allowed is AWS::ECS::Service*")]
    [InlineData("80", "0", "9:", "*0*1 to 65535*")]
    [InlineData("80", "65536", "9:", "*65536*1 to 65535*")]
    [InlineData("80", "http", "9:26 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort", "*http*whole number*")]
    [InlineData("ContainerName: web", "Container: web", "8:", "*ContainerName\" is missing*")]
    [InlineData("ContainerName: web", "ContainerName:", "8:", "*ContainerName\" is missing*")]
    [InlineData("ContainerPort: 80", "ContainerPort: 80\n          Containerport: 81", "10:", "*\"ContainerPort\"*twice*")]
    [InlineData("ContainerPort: 80", "ContainerPort: 80\n          Protocol: tcp", "10:", "*\"Protocol\" is not known*ContainerName, ContainerPort*")]
    [InlineData("Properties:", "Retain: yes\n      Properties:", "5:", "*\"Retain\" is not known*Type, Properties*")]
    public void Parse_NoAppSpec_SaysWhichMemberAndWhatIsAllowed(string old, string replacement, string place, string problem)
    {
        var exception = FluentActions.Invoking(() => AppSpecDocument.Parse(AppSpecText.Minimal.Replace(old, replacement, StringComparison.Ordinal), "a.yaml")).Should().Throw<DocumentException>().Which;

        exception.Message.Should().StartWith($"a.yaml:{place}");
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("Hooks:\n- Install: f", "Hooks[0].Install", "*Install*cannot be hooked*BeforeInstall, AfterInstall, AfterAllowTestTraffic, BeforeAllowTraffic, AfterAllowTraffic*")]
    [InlineData("Hooks:\n- AfterInstall: f\n  BeforeInstall: g", "Hooks[0]", "*one lifecycle event*")]
    [InlineData("Hooks: f", "Hooks", "*f*allowed is a list*")]
    [InlineData("Hooks:\n- AfterInstall: [f]", "Hooks[0].AfterInstall", "*list*allowed is text*")]
    public void Parse_WrongHook_SaysWhatIsAllowed(string hooks, string path, string problem)
    {
        var exception = FluentActions.Invoking(() => AppSpecDocument.Parse($"{AppSpecText.Minimal}\n{hooks}")).Should().Throw<DocumentException>().Which;

        exception.Position.Path.Should().Be(path);
        exception.Problem.Should().Match(problem);
    }

    [Theory]
    [InlineData("[]", "*an empty list*one resource*")]
    [InlineData("[{a: {}}, {b: {}}]", "*a list of 2*one resource*")]
    [InlineData("{a: {}}", "*an object*one resource*")]
    [InlineData("[{a: {}, b: {}}]", "*one resource*")]
    public void Parse_NotOneResource_SaysWhatIsAllowed(string resources, string problem) =>
        FluentActions.Invoking(() => AppSpecDocument.Parse($"version: 0.0\nResources: {resources}")).Should().Throw<DocumentException>()
            .Where(exception => exception.Position.Path == "Resources").Which.Problem.Should().Match(problem);

    [Fact]
    public void Parse_DeepNesting_IsRefused() =>
        FluentActions.Invoking(() => AppSpecDocument.Parse($"version: {new string('[', 500)}")).Should().Throw<DocumentException>().WithMessage("*nested deeper*");

    [Fact]
    public void Parse_WindowsLineEnds_ReadsTheSame() =>
        AppSpecDocument.Parse(AppSpecText.Minimal.ReplaceLineEndings("\r\n")).Should().Be(AppSpecDocument.Parse(AppSpecText.Minimal.ReplaceLineEndings("\n")));

    [Fact]
    public void Parse_AssignPublicIpOfAnotherValue_SaysWhatIsAllowed() =>
        FluentActions.Invoking(() => AppSpecDocument.Parse(AppSpecText.Minimal.Replace(
            "LoadBalancerInfo:", "NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: maybe } }\n        LoadBalancerInfo:", StringComparison.Ordinal)))
            .Should().Throw<DocumentException>().WithMessage("*maybe*ENABLED or DISABLED*");
}
