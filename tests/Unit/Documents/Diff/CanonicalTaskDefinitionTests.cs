using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Diff;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Diff;

public sealed class CanonicalTaskDefinitionTests
{
    private static readonly TaskDefinition Web = new()
    {
        Family = "web",
        NetworkMode = "awsvpc",
        Cpu = "256",
        Memory = "512",
        ContainerDefinitions =
        [
            new() { Name = "a", PortMappings = [new() { ContainerPort = 80 }], Environment = [new("X", "1"), new("Y", "2")], HealthCheck = new() { Command = ["CMD", "true"] } },
            new() { Name = "b" },
        ],
    };

    [Theory]
    [InlineData(".25 vCPU", "256")]
    [InlineData("1vcpu", "1024")]
    [InlineData(" 0.5 vCPU ", "512")]
    [InlineData("1024", "1024")]
    [InlineData("some vCPU", "some vCPU")]
    [InlineData("99999999999999999999 vCPU", "99999999999999999999 vCPU")]
    public void Of_CpuWithUnit_IsANumber(string cpu, string canonical) => Canonical(Web with { Cpu = cpu })["cpu"]!.GetValue<string>().Should().Be(canonical);

    [Theory]
    [InlineData("0.5 GB", "512")]
    [InlineData("2gb", "2048")]
    [InlineData("512", "512")]
    public void Of_MemoryWithUnit_IsANumber(string memory, string canonical) => Canonical(Web with { Memory = memory })["memory"]!.GetValue<string>().Should().Be(canonical);

    [Theory]
    [InlineData("awsvpc", null, 80)]
    [InlineData("awsvpc", 0, 80)]
    [InlineData("host", null, 80)]
    [InlineData("bridge", null, 0)]
    [InlineData(null, null, 0)]
    [InlineData("bridge", 8080, 8080)]
    public void Of_HostPort_IsWhatTheNetworkModeMakesOfIt(string? networkMode, int? hostPort, int canonical)
    {
        var definition = Parse($$"""{"family":"web","networkMode":{{(networkMode is null ? "null" : $"\"{networkMode}\"")}},"containerDefinitions":[{"name":"web","portMappings":[{"containerPort":80,"hostPort":{{hostPort?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}]}]}""");

        Canonical(definition)["containerDefinitions"]![0]!["portMappings"]![0]!["hostPort"]!.GetValue<int>().Should().Be(canonical);
    }

    [Fact]
    public void Of_WhatDescribeAddsAndTags_AreDropped() => Parse("""
        {"family":"web","taskDefinitionArn":"arn","revision":7,"status":"ACTIVE","requiresAttributes":[{"name":"a"}],"compatibilities":["EC2"],"registeredAt":1.5,
         "registeredBy":"me","deregisteredAt":2,"deleteRequestedAt":3,"tags":[{"key":"team","value":"shop"}],"volumes":[],"placementConstraints":[],"proxyConfiguration":null,
         "containerDefinitions":[{"name":"web","mountPoints":[],"volumesFrom":[],"systemControls":[],"dockerLabels":{}}]}
        """).HasSameContentAs(Parse("""{"family":"web","containerDefinitions":[{"name":"web"}]}""")).Should().BeTrue();

    [Fact]
    public void Of_UnknownMembers_AreCompared()
    {
        var one = Parse("""{"family":"web","later":{"a":[1,2]},"containerDefinitions":[{"name":"web","newer":1}]}""");

        one.HasSameContentAs(Parse("""{"family":"web","later":{"a":[2,1]},"containerDefinitions":[{"name":"web","newer":1}]}""")).Should().BeFalse();
        one.HasSameContentAs(Parse("""{"family":"web","later":{"a":[1,2]},"containerDefinitions":[{"name":"web","newer":2}]}""")).Should().BeFalse();
        one.HasSameContentAs(Parse("""{"later":{"a":[1,2]},"containerDefinitions":[{"newer":1,"name":"web"}],"family":"web"}""")).Should().BeTrue();
    }

    [Fact]
    public void Of_ANameThatStandsTwice_SaysSo() => FluentActions
        .Invoking(() => Canonical(Web with { ContainerDefinitions = [new() { Name = "a", DockerLabels = [new("l", "1"), new("l", "2")] }] }))
        .Should().Throw<DocumentException>().WithMessage("*cannot be compared*");

    [Fact]
    public void Of_WhatEcsFillsIn_MakesNoDifference()
    {
        var container = Web.ContainerDefinitions[0];
        var registered = Web with
        {
            ContainerDefinitions =
            [
                new() { Name = "b", Cpu = 0, Essential = true },
                container with
                {
                    Cpu = 0,
                    Essential = true,
                    PortMappings = [new() { ContainerPort = 80, HostPort = 80, Protocol = "tcp" }],
                    Environment = [new("Y", "2"), new("X", "1")],
                    HealthCheck = container.HealthCheck! with { Interval = 30, Timeout = 5, Retries = 3 },
                },
            ],
        };

        registered.HasSameContentAs(Web).Should().BeTrue();
    }

    [Fact]
    public void Of_AnyRealDifference_StaysOne()
    {
        var container = Web.ContainerDefinitions[0];
        TaskDefinition[] others =
        [
            Web with { Family = "shop" },
            Web with { Memory = "1024" },
            Web with { ContainerDefinitions = [container with { Image = "web:v2" }, Web.ContainerDefinitions[1]] },
            Web with { ContainerDefinitions = [container with { Environment = [new("X", "2"), new("Y", "2")] }, Web.ContainerDefinitions[1]] },
            Web with { ContainerDefinitions = [container with { Command = ["a", "b"] }, Web.ContainerDefinitions[1]] },
            Web with { ContainerDefinitions = [container with { Essential = false }, Web.ContainerDefinitions[1]] },
            Web with { ContainerDefinitions = [container with { DependsOn = [new("b", "START")] }, Web.ContainerDefinitions[1]] },
        ];

        others.Should().OnlyContain(other => !other.HasSameContentAs(Web) && !other.DiffTo(Web).IsEmpty);
    }

    private static TaskDefinition Parse(string json) => TaskDefinitionDocument.Parse(json);

    private static JsonObject Canonical(TaskDefinition definition) => CanonicalTaskDefinition.Of(definition);
}
