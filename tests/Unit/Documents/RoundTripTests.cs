using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class RoundTripTests
{
    private const int Models = 10_000;

    [Fact]
    public void TaskDefinition_Any_IsReadAsItWasWritten() => Samples.TaskDefinition.Sample(definition =>
    {
        var json = TaskDefinitionDocument.ToJson(definition);
        var read = TaskDefinitionDocument.Parse(json);
        read.Should().Be(definition);
        TaskDefinitionDocument.ToJson(read).Should().Be(json);
    }, iter: Models);

    [Fact]
    public void AppSpec_Any_IsReadAsItWasWritten() => Samples.AppSpec.Sample(spec =>
    {
        AppSpecDocument.Parse(AppSpecDocument.ToJson(spec)).Should().Be(spec);
        AppSpecDocument.Parse(AppSpecDocument.ToJson(spec, indented: false)).Should().Be(spec);
        var yaml = AppSpecDocument.ToYaml(spec);
        var read = AppSpecDocument.Parse(yaml);
        read.Should().Be(spec);
        AppSpecDocument.ToYaml(read).Should().Be(yaml);
    }, iter: Models);

    [Fact]
    public void BuildSpec_Any_IsReadAsItWasWritten() => BuildSpecSamples.BuildSpec.Sample(spec =>
    {
        var yaml = BuildSpecDocument.ToYaml(spec);
        var read = BuildSpecDocument.Parse(yaml);
        read.Should().Be(spec);
        BuildSpecDocument.ToYaml(read).Should().Be(yaml);
    }, iter: Models);

    [Fact]
    public void TaskDefinition_UnknownMembers_AreKeptWithTheirValues()
    {
        const string Json = """{"family":"web","regions":[{"name":"a","weight":1.50}],"containerDefinitions":[{"name":"web","gpus":[{"share":0.50}],"portMappings":[{"tls":"on"}],"environment":[{"name":"A","vlaue":"x"}],"secrets":[{"name":"S","valueFrom":"arn","version":1}]}]}""";

        var definition = TaskDefinitionDocument.Parse(Json);

        definition.Additional.Should().Equal(new JsonMember("regions", """[{"name":"a","weight":1.50}]"""));
        var container = definition.ContainerDefinitions[0];
        container.Additional.Should().Equal(new JsonMember("gpus", """[{"share":0.50}]"""));
        container.PortMappings[0].Additional.Should().Equal(new JsonMember("tls", "\"on\""));
        container.Environment[0].Additional.Should().Equal(new JsonMember("vlaue", "\"x\""));
        container.Secrets[0].Additional.Should().Equal(new JsonMember("version", "1"));
        TaskDefinitionDocument.Parse(TaskDefinitionDocument.ToJson(definition)).Should().Be(definition);
    }

    [Fact]
    public void AppSpec_InYamlAndInJson_IsTheSame() =>
        AppSpecDocument.Parse("""
            version: 0.0
            resources:
              - Web:
                  Type: AWS::ECS::Service
                  Properties:
                    TaskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1"
                    LoadBalancerInfo: { ContainerName: 'web', ContainerPort: "80" }
                    PlatformVersion: LATEST
                    NetworkConfiguration:
                      AwsvpcConfiguration: { Subnets: [s-1, s-2], SecurityGroups: [g-1], AssignPublicIp: enabled }
                    CapacityProviderStrategy: [{ CapacityProvider: FARGATE_SPOT, Base: 1, Weight: 2 }]
                    Later: 10 minutes
            hooks:
              - afterInstall: check
              - BeforeAllowTraffic: "arn:aws:lambda:eu-west-1:123456789012:function:check"
            """).Should().Be(AppSpecDocument.Parse("""
            {"version": 0.0, "Resources": [{"Web": {"Type": "AWS::ECS::Service", "Properties": {
              "TaskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1",
              "LoadBalancerInfo": {"ContainerName": "web", "ContainerPort": 80},
              "PlatformVersion": "LATEST",
              "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["s-1", "s-2"], "SecurityGroups": ["g-1"], "AssignPublicIp": "ENABLED"}},
              "CapacityProviderStrategy": [{"CapacityProvider": "FARGATE_SPOT", "Base": 1, "Weight": 2}],
              "Later": "10 minutes"}}}],
             "Hooks": [{"AfterInstall": "check"}, {"BeforeAllowTraffic": "arn:aws:lambda:eu-west-1:123456789012:function:check"}]}
            """));

    [Theory]
    [InlineData("10 minutes")]
    [InlineData("1 2")]
    [InlineData("2026-01-02")]
    [InlineData("1.2.3.4")]
    [InlineData("007")]
    [InlineData("1e999")]
    public void AppSpec_PlainYamlThatIsNoNumber_IsKeptAsText(string plain) =>
        AppSpecDocument.Parse($"{AppSpecText.Minimal}\nMore: {plain}").Additional.Should().Equal(new JsonMember("More", $"\"{plain}\""));
}
