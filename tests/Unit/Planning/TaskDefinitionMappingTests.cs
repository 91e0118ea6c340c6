using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Tests.Unit.Support;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Tests.Unit.Planning;

public sealed class TaskDefinitionMappingTests
{
    private static readonly TaskDefinition Full = new()
    {
        Family = "web",
        ExecutionRoleArn = "e",
        TaskRoleArn = "t",
        NetworkMode = "awsvpc",
        RequiresCompatibilities = ["FARGATE"],
        Cpu = "256",
        Memory = "512",
        RuntimePlatform = new() { CpuArchitecture = "ARM64", OperatingSystemFamily = "LINUX" },
        EphemeralStorageGiB = 30,
        ContainerDefinitions =
        [
            new()
            {
                Name = "web",
                Image = "web:v2",
                Cpu = 1,
                Memory = 2,
                MemoryReservation = 3,
                Essential = true,
                PortMappings = [new() { ContainerPort = 80, HostPort = 80, Protocol = "tcp", Name = "http", AppProtocol = "http2" }],
                Environment = [new("A", "1")],
                Secrets = [new("S", "arn")],
                EntryPoint = ["sh"],
                Command = ["-c", "run"],
                LogConfiguration = new() { LogDriver = "awslogs", Options = [new("awslogs-group", "/ecs/web")], SecretOptions = [new("o", "arn")] },
                HealthCheck = new() { Command = ["CMD", "true"], Interval = 10, Timeout = 4, Retries = 2, StartPeriod = 1 },
                DependsOn = [new("other", "START")],
                WorkingDirectory = "/app",
                User = "app",
                ReadonlyRootFilesystem = true,
                StartTimeout = 30,
                StopTimeout = 40,
                DockerLabels = [new("l", "v")],
            },
        ],
    };

    [Fact]
    public void ToRequest_ThereAndBack_LosesNothing() => Read(Full).Should().Be(Full);

    [Fact]
    public void ToRequest_TheSeed_LosesNothing()
    {
        var seed = TaskDefinitionDocument.Load(Seed.TaskDef);

        Read(seed).Should().Be(seed);
    }

    [Fact]
    public void UnsendableMembers_WhatTheModelDoesNotKnow_IsNamedWithItsPath()
    {
        var definition = TaskDefinitionDocument.Parse("""
            {"family":"web","volumes":[{"name":"v"}],"revision":3,"status":"ACTIVE","placementConstraints":[],
             "containerDefinitions":[{"name":"web","mountPoints":[],"ulimits":[{"name":"nofile"}],"portMappings":[{"containerPortRange":"1-2"}]}]}
            """);

        TaskDefinitionMapping.UnsendableMembers(definition).Should()
            .Equal("volumes", "containerDefinitions[web].ulimits", "containerDefinitions[web].portMappings.containerPortRange");
    }

    private static TaskDefinition Read(TaskDefinition definition)
    {
        var request = TaskDefinitionMapping.ToRequest(definition);
        return TaskDefinitionReading.FromAws(new Aws.TaskDefinition
        {
            Family = request.Family,
            ExecutionRoleArn = request.ExecutionRoleArn,
            TaskRoleArn = request.TaskRoleArn,
            NetworkMode = request.NetworkMode,
            RequiresCompatibilities = request.RequiresCompatibilities,
            Cpu = request.Cpu,
            Memory = request.Memory,
            RuntimePlatform = request.RuntimePlatform,
            EphemeralStorage = request.EphemeralStorage,
            ContainerDefinitions = request.ContainerDefinitions,
        });
    }
}
