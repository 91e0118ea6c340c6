using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Tests.Unit.Planning;

public sealed class TaskDefinitionMappingTests
{
    private const int Models = 2_000;

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
        EphemeralStorage = new() { SizeInGiB = 30 },
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
    public void ToRequest_Any_LosesNothing() => new RandomModels(unknown: false).Sample(definition => Read(definition).Should().Be(definition), iter: Models);

    [Fact]
    public void ToRequest_TagsOfAws_AreLeftOut() =>
        TaskDefinitionMapping.ToRequest(Full with { Tags = [new("aws:cloudformation:stack-name", "web"), new("team", "shop")] })
            .Tags.Should().ContainSingle().Which.Key.Should().Be("team");

    [Fact]
    public void FromAws_NothingButWhatMustBe_ReadsAsEmpty() => TaskDefinitionReading
        .FromAws(new() { Family = "web", ContainerDefinitions = [new() { Name = "web", Environment = [new() { Name = "A" }], DependsOn = [new()] }] }, tags: null)
        .Should().Be(new TaskDefinition
        {
            Family = "web",
            ContainerDefinitions = [new() { Name = "web", Environment = [new("A", string.Empty)], DependsOn = [new(string.Empty, string.Empty)] }],
        });

    [Fact]
    public void UnsendableMembers_WhatTheModelDoesNotKnow_IsNamedWithItsPath()
    {
        var definition = TaskDefinitionDocument.Parse("""
            {"family":"web","regions":[{"name":"a"}],"revision":3,"status":"ACTIVE","later":[],
             "volumes":[{"name":"v","efsVolumeConfiguration":{"fileSystemId":"fs","authorizationConfig":{"user":"u"}}}],
             "containerDefinitions":[{"name":"web","more":{},"ulimits":[{"name":"nofile","softLimit":1,"hardLimit":2,"burst":3}],"portMappings":[{},{"tls":true}]}]}
            """);

        TaskDefinitionMapping.UnsendableMembers(definition).Should().Equal(
            "regions",
            "containerDefinitions[0].portMappings[1].tls",
            "containerDefinitions[0].ulimits[0].burst",
            "volumes[0].efsVolumeConfiguration.authorizationConfig.user");
    }

    [Fact]
    public void UnsendableMembers_WhereverTheyStand_AreAllFound() => new RandomModels(unknown: true).Sample(definition =>
    {
        // Two ways to the same number: the walk, and the text that is written.
        var written = TaskDefinitionDocument.ToJson(definition).Split("\"unknown").Length - 1;
        UnknownMembers.Of(definition).Should().HaveCount(written);
    }, iter: Models);

    private static TaskDefinition Read(TaskDefinition definition)
    {
        var request = TaskDefinitionMapping.ToRequest(definition);
        return TaskDefinitionReading.FromAws(new Aws.TaskDefinition
        {
            Family = request.Family,
            ContainerDefinitions = request.ContainerDefinitions,
            ExecutionRoleArn = request.ExecutionRoleArn,
            TaskRoleArn = request.TaskRoleArn,
            NetworkMode = request.NetworkMode,
            RequiresCompatibilities = request.RequiresCompatibilities,
            Cpu = request.Cpu,
            Memory = request.Memory,
            RuntimePlatform = request.RuntimePlatform,
            EphemeralStorage = request.EphemeralStorage,
            Volumes = request.Volumes,
            PlacementConstraints = request.PlacementConstraints,
            PidMode = request.PidMode,
            IpcMode = request.IpcMode,
            ProxyConfiguration = request.ProxyConfiguration,
            InferenceAccelerators = request.InferenceAccelerators,
            EnableFaultInjection = request.EnableFaultInjection,
        }, request.Tags);
    }
}
