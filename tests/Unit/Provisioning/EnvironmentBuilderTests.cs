using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>What the builder fills in, and what it refuses.</summary>
public sealed class EnvironmentBuilderTests
{
    [Fact]
    public void Build_OfTheLeast_FillsInTheRest()
    {
        var environment = BlueGreenEnvironment.For("labo-terraform-admin").WithTaskDef("Fixtures/seed/taskdef.json").Build();

        environment.Should().BeEquivalentTo(new
        {
            Cluster = new EnvironmentResource("default"),
            Service = new EnvironmentService { Name = "labo-terraform-admin", ContainerName = "labo-terraform-admin", ContainerPort = 5000 },
            Repository = new EnvironmentResource("labo-terraform-admin"),
            ImageTag = "latest",
            ExecutionRole = new EnvironmentResource("ecsTaskExecutionRole"),
            TaskRole = (EnvironmentResource?)null,
            TrafficRole = new EnvironmentResource("ecsCodeDeployRole-labo-terraform-admin"),
            LoadBalancer = new EnvironmentResource("labo-terraform-admin"),
            ProductionListener = new EnvironmentListener(80),
            CodeDeploy = new CodeDeployTarget("AppECS-default-labo-terraform-admin", "DgpECS-default-labo-terraform-admin"),
        });
        environment.LogGroups.Should().Equal(new EnvironmentResource("/ecs/aws-ecs-getting-started"));
        environment.Deployments.Should().Be(new EnvironmentDeployments { Bake = TimeSpan.FromHours(1), RollsBack = true });
    }

    [Fact]
    public void Build_ContainersWithoutALogConfiguration_GetTheConsolesLogGroup()
    {
        var definition = new TaskDefinition
        {
            Family = "shop",
            NetworkMode = NetworkMode.Awsvpc,
            RequiresCompatibilities = [Compatibility.Fargate],
            Cpu = "256",
            Memory = "512",
            ContainerDefinitions = [new() { Name = "web", Image = "nginx:1.29", PortMappings = [new() { ContainerPort = 80 }] }],
        };

        var environment = BlueGreenEnvironment.For("shop").WithTaskDef(definition).Build();

        environment.LogGroups.Should().Equal(new EnvironmentResource("/ecs/shop"));
        environment.Repository.Should().BeNull("the image is known");
        environment.ExecutionRole.Name.Should().Be("ecsTaskExecutionRole-shop");
    }

    [Fact]
    public void Build_OfAValueThatNamesNoExecutionRole_IsNotRefused_TheEnvironmentMakesOne()
    {
        var definition = TaskDefinitionDocument.Load("Fixtures/seed/taskdef.json") with { ExecutionRoleArn = null };

        BlueGreenEnvironment.For("shop").WithTaskDef(definition).Build().ExecutionRole.Name.Should().Be("ecsTaskExecutionRole-shop");
    }

    [Fact]
    public void Build_WithManyMistakes_TellsThemAll()
    {
        var building = () => BlueGreenEnvironment.For("Labo_Admin")
            .InCluster("my cluster")
            .WithDesiredCount(-1)
            .WithTestListener(80)
            .WithTargetGroups(new() { Blue = "web", Green = "web", HealthCheckPath = "health", HealthCheckInterval = TimeSpan.FromSeconds(1) })
            .WithAlarm(new("high") { Period = TimeSpan.FromSeconds(45) })
            .WithDeployments(new() { Shift = TrafficShift.InSteps(TimeSpan.FromMinutes(1), 1, 5, 100), Bake = TimeSpan.FromDays(3) })
            .WithTag(BlueGreenEnvironment.TagKey, "mine")
            .InNetwork(new() { AdmittedRange = "everybody" })
            .Build();

        building.Should().Throw<EnvironmentValidationException>().Which.Problems.Select(problem => problem.Call).Should().Equal(
            "For(\"Labo_Admin\")", "InCluster(…)", "Build()", "WithDesiredCount(-1)", "WithTestListener(80)", "WithTargetGroups(…)", "WithTargetGroups(…)", "WithTargetGroups(…)",
            "WithAlarm(\"high\")", "WithDeployments(…)", "WithDeployments(…)", "WithTag(\"bluegreen:environment\", …)", "InNetwork(…)");
    }

    [Fact]
    public void Build_WithAContainerThatMapsNoSuchPort_SaysWhichThereAre()
    {
        var building = () => ProvisioningBench.Labo().WithContainer("labo-terraform-admin", 80).Build();

        building.Should().Throw<EnvironmentValidationException>().WithMessage("*maps no such port. It maps labo-terraform-admin:5000.");
    }

    [Fact]
    public void Build_WithWhatItsControllerHasNoUseFor_SaysSo()
    {
        var building = () => ProvisioningBench.Labo(EnvironmentController.External).WithTrafficRole("mover").WithCodeDeploy("app", "group").Build();

        building.Should().Throw<EnvironmentValidationException>().Which.Problems.Select(problem => problem.Call).Should().Equal("WithTrafficRole(\"mover\")", "DeployedBy(External)");
    }

    [Fact]
    public void Build_ABranchedChain_LeavesTheTrunkAsItWas()
    {
        var trunk = ProvisioningBench.Labo();

        var branch = trunk.WithService("other").Build();

        branch.Service.Name.Should().Be("other");
        trunk.Build().Service.Name.Should().Be(ProvisioningBench.Name);
        trunk.Build().Should().Be(ProvisioningBench.Labo().Build());
    }
}
