using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>A change to the task definition that runs, from the call to the revision that is registered.</summary>
public sealed class TaskDefinitionChangeTests
{
    private const string Container = "labo-terraform-admin";

    [Fact]
    public async Task Deploy_ChangeByName_KeepsAllElseOfTheOneThatRuns()
    {
        await using var bench = await TestBench.CreateAsync();
        var first = TaskDefinitionDocument.Load("Fixtures/seed/taskdef.json")
            .WithContainer(Container, c => c.WithImage(TestBench.Image + "v2") with
            {
                Ulimits = [new(UlimitName.Nofile, 1024, 2048)],
                MountPoints = [new() { SourceVolume = "uploads", ContainerPath = "/uploads" }],
                LinuxParameters = new() { InitProcessEnabled = true, Capabilities = new() { Drop = ["ALL"] } },
            })
            .WithTag("team", "shop") with
        {
            EphemeralStorage = new() { SizeInGiB = 40 },
            Volumes = [new() { Name = "uploads", EfsVolumeConfiguration = new() { FileSystemId = "fs-1", TransitEncryption = EfsTransitEncryption.Enabled } }],
        };
        (await bench.RunAsync(Deployment.For(TestBench.Service).WithTaskDef(first))).Result.Outcome.Should().Be(DeploymentOutcome.Succeeded);

        bench.Simulator.Invoke("ssm", "PutParameter", new() { ["Name"] = "/env", ["Type"] = "String", ["Value"] = "production" }, "ap-northeast-1");
        bench.Simulator.Invoke("iam", "AttachRolePolicy", new() { ["RoleName"] = "ecsTaskExecutionRole", ["PolicyArn"] = "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess" }, "ap-northeast-1");
        var (result, _) = await bench.RunAsync(Deployment.For(TestBench.Service).WithTaskDef(running => running
            .WithContainer(Container, c => c.WithImage(TestBench.Image + "v1").WithEnvironment("PORT", "5000").WithSecret("NODE_ENV", "arn:aws:ssm:ap-northeast-1:123456789012:parameter/env"))
            .WithTag("stage", "live")));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Ask(5).Should().ContainKey("v1").And.HaveCount(1);
        var described = await bench.Ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "ecs-admin-test", Include = ["TAGS"] }, TestContext.Current.CancellationToken);
        described.Tags.Select(tag => (tag.Key, tag.Value)).Should().BeEquivalentTo([("team", "shop"), ("stage", "live")]);
        var definition = described.TaskDefinition;
        definition.EphemeralStorage.SizeInGiB.Should().Be(40);
        definition.Volumes.Should().ContainSingle().Which.EfsVolumeConfiguration.FileSystemId.Should().Be("fs-1");
        var container = definition.ContainerDefinitions.Should().ContainSingle().Which;
        container.Image.Should().Be(TestBench.Image + "v1");
        container.Environment.Should().ContainSingle().Which.Name.Should().Be("PORT");
        container.Secrets.Should().ContainSingle().Which.Name.Should().Be("NODE_ENV");
        container.Ulimits.Should().ContainSingle().Which.HardLimit.Should().Be(2048);
        container.LinuxParameters.Capabilities.Drop.Should().Equal("ALL");
    }

    [Fact]
    public async Task Plan_ChangeOfAContainerThatIsNotThere_NamesThoseThatAre()
    {
        await using var bench = await TestBench.CreateAsync();
        var deployment = Deployment.For(TestBench.Service).WithTaskDef(running => running.WithContainer("web", c => c.WithImage("x:1"))).Build();

        await FluentActions.Awaiting(() => bench.Deployer.PlanAsync(deployment, TestContext.Current.CancellationToken))
            .Should().ThrowAsync<ArgumentException>().WithMessage($"*no container \"web\"*\"{Container}\"*");
    }
}
