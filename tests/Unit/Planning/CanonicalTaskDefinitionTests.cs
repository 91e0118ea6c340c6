using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Planning;

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

    [Fact]
    public void Of_Any_IsIdempotent() => Samples.TaskDefinition.Sample(definition =>
    {
        var canonical = CanonicalTaskDefinition.Of(definition);
        CanonicalTaskDefinition.Of(canonical).Should().Be(canonical);
    }, iter: 300);

    [Theory]
    [InlineData(".25 vCPU", "256")]
    [InlineData("1vcpu", "1024")]
    [InlineData("1024", "1024")]
    [InlineData("some vCPU", "some vCPU")]
    public void Of_CpuWithUnit_IsANumber(string cpu, string canonical) => CanonicalTaskDefinition.Of(Web with { Cpu = cpu }).Cpu.Should().Be(canonical);

    [Theory]
    [InlineData("0.5 GB", "512")]
    [InlineData("2gb", "2048")]
    [InlineData("512", "512")]
    public void Of_MemoryWithUnit_IsANumber(string memory, string canonical) => CanonicalTaskDefinition.Of(Web with { Memory = memory }).Memory.Should().Be(canonical);

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

        CanonicalTaskDefinition.Of(registered).Should().Be(CanonicalTaskDefinition.Of(Web));
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
        ];

        others.Should().OnlyContain(other => CanonicalTaskDefinition.Of(other) != CanonicalTaskDefinition.Of(Web));
    }
}
