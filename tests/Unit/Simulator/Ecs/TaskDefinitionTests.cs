using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

public sealed class TaskDefinitionTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();

    [Fact]
    public void Register_LeftOutMembers_AreReadBackFilledIn()
    {
        var registered = Register(Minimal("""{"cpu":"1 vCPU","memory":"2 GB"}"""));

        registered.Text("cpu").Should().Be("1024");
        registered.Text("memory").Should().Be("2048");
        registered["volumes"]!.ToJsonString().Should().Be("[]");
        registered["placementConstraints"]!.ToJsonString().Should().Be("[]");
        registered.Texts("compatibilities").Should().Equal("EC2", "FARGATE");
        var container = registered.Objects("containerDefinitions")[0];
        container.Flag("essential").Should().BeTrue();
        container.Int("cpu").Should().Be(0);
        container["environment"]!.ToJsonString().Should().Be("[]");
        container["portMappings"]!.ToJsonString().Should().Be("""[{"containerPort":5000,"hostPort":5000,"protocol":"tcp"}]""");
        registered.Int("revision").Should().Be(1);
    }

    [Theory]
    [InlineData("""{"cpu":"256","memory":"4096"}""", "No Fargate configuration exists for given values.")]
    [InlineData("""{"cpu":"8192","memory":"17408"}""", "No Fargate configuration exists for given values.")]
    [InlineData("""{"cpu":null}""", "Fargate requires that 'cpu' be defined at the task level.")]
    [InlineData("""{"memory":null}""", "Fargate requires that 'memory' be defined at the task level.")]
    [InlineData("""{"cpu":"much"}""", "Invalid 'cpu' setting for task.*")]
    [InlineData("""{"networkMode":"bridge"}""", "Fargate only supports network mode ‘awsvpc’.")]
    [InlineData("""{"executionRoleArn":null}""", "Fargate requires task definition to have execution role ARN to support ECR images.")]
    [InlineData("""{"ephemeralStorage":{"sizeInGiB":20}}""", "EphemeralStorage size should be at least 21*")]
    [InlineData("""{"containerDefinitions":[]}""", "Container list cannot be empty.")]
    [InlineData("""{"containerDefinitions":[{"name":"a","image":"x"},{"name":"a","image":"x"}]}""", "Container names must be unique*")]
    [InlineData("""{"containerDefinitions":[{"name":"a","image":"x","essential":false}]}""", "At least one essential container must be specified.")]
    [InlineData("""{"containerDefinitions":[{"name":"a","image":"x","portMappings":[{"containerPort":1,"hostPort":2}]}]}""", "When networkMode=awsvpc, the host ports and container ports in port mappings must match.")]
    [InlineData("""{"containerDefinitions":[{"name":"a","image":"x","privileged":true}]}""", "The 'privileged' parameter is not supported for Fargate tasks.")]
    public void Register_NotForFargate_IsRefusedWithItsText(string change, string message)
    {
        var registering = () => Register(Minimal(change));

        registering.Should().Throw<AwsErrorException>().WithMessage(message).Which.Code.Should().Be("ClientException");
    }

    [Fact]
    public void Revisions_AreCountedAndNeverUsedAgain()
    {
        Register(Minimal("{}"));
        Call("DeregisterTaskDefinition", new() { ["taskDefinition"] = "web:1" });
        Register(Minimal("{}")).Int("revision").Should().Be(2);

        Call("ListTaskDefinitions", []).Texts("taskDefinitionArns").Should().ContainSingle().Which.Should().EndWith("web:2");
        Call("ListTaskDefinitions", new() { ["status"] = "INACTIVE" }).Texts("taskDefinitionArns").Should().ContainSingle().Which.Should().EndWith("web:1");
        Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "web" }).Object("taskDefinition")!.Int("revision").Should().Be(2);
        Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "web:1" }).Object("taskDefinition")!.Text("status").Should().Be("INACTIVE");
        var unknown = () => Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "web:9" });
        unknown.Should().Throw<AwsErrorException>().WithMessage("Unable to describe task definition.");
    }

    [Fact]
    public void Tags_StandBesideTheDefinition_AndOnlyWhenAskedFor()
    {
        Register(Minimal("""{"tags":[{"key":"team","value":"a"}]}"""));

        Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "web" })["tags"].Should().BeNull();
        Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "web", ["include"] = new JsonArray("TAGS") })
            .Objects("tags").Should().ContainSingle().Which.Text("value").Should().Be("a");
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static JsonObject Minimal(string change)
    {
        var definition = JsonNode.Parse("""
            {"family":"web","requiresCompatibilities":["FARGATE"],"networkMode":"awsvpc","cpu":"256","memory":"512","executionRoleArn":"arn:aws:iam::123456789012:role/r",
             "containerDefinitions":[{"name":"app","image":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1","portMappings":[{"containerPort":5000}]}]}
            """)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            definition[name] = value?.DeepClone();
        }

        return definition;
    }

    private JsonObject Register(JsonObject definition) => Call("RegisterTaskDefinition", definition).Object("taskDefinition")!.Copy();

    private JsonObject Call(string operation, JsonObject input) => _simulator.Invoke("ecs", operation, input);
}
