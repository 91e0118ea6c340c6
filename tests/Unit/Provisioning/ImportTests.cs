using System.Text.Json;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>A running service as a description: the law that it makes an equal one, and what it says cannot be carried.</summary>
public sealed class ImportTests
{
    private const string Certificate = "arn:aws:acm:ap-northeast-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::labo/*"]}]}""";

    public static TheoryData<string> Variants => [.. Builders.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, EnvironmentBuilder> Builders => new(StringComparer.Ordinal)
    {
        ["CodeDeploy"] = ProvisioningBench.Labo(),
        ["CodeDeploy with test listener, alarm and least privilege"] = ProvisioningBench.Labo().WithAlarm(new("5xx-high") { Threshold = 5, Periods = 2 }).WithLeastPrivilege().WithLogRetention(30).WithTag("team", "admin"),
        ["CodeDeploy with a shift and waits of its own"] = ProvisioningBench.Labo()
            .WithDeployments(new() { Shift = TrafficShift.Canary(20, TimeSpan.FromMinutes(7)), ReadyWait = TimeSpan.FromMinutes(10), Bake = TimeSpan.FromMinutes(15), RollsBack = false }),
        ["ECS, canary"] = ProvisioningBench.Labo(EnvironmentController.EcsNative)
            .WithDeployments(new() { Shift = TrafficShift.Canary10Percent5Minutes, Bake = TimeSpan.FromMinutes(15) }).WithAlarm(new("5xx-high")),
        ["ECS, linear, least privilege"] = ProvisioningBench.Labo(EnvironmentController.EcsNative)
            .WithDeployments(new() { Shift = TrafficShift.Linear(12.5, TimeSpan.FromMinutes(3)), Bake = TimeSpan.Zero, RollsBack = false }).WithLeastPrivilege(),
        ["EXTERNAL"] = ProvisioningBench.Labo(EnvironmentController.External).WithAlarm(new("5xx-high")),
        ["HTTPS, internal"] = ProvisioningBench.Labo().WithLoadBalancer("inside", isInternal: true).WithProductionListener(443, Certificate).WithTestListener(8443, Certificate),
        ["own names everywhere"] = ProvisioningBench.Labo()
            .InCluster("another").WithService("shop").WithRepository("team/shop").WithLoadBalancer("front").WithExecutionRole("starter").WithTrafficRole("mover").WithCodeDeploy("app", "group")
            .WithTargetGroups(new() { Blue = "zulu", Green = "alpha", HealthCheckPath = "/health", HealthCheckInterval = TimeSpan.FromSeconds(10), HealthyCodes = "200-299" })
            .InNetwork(new() { AdmittedRange = "10.0.0.0/8", AssignPublicIp = false }),
        ["task role with a policy"] = ProvisioningBench.Labo().WithTaskRole("app", Policy),
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Import_AppliedToAnEmptyAccount_GivesAnEqualEnvironment(string variant)
    {
        var environment = Builders[variant].Build();
        await using var first = new ProvisioningBench();
        await first.ApplyAsync(environment);

        var imported = await ImportAsync(first, environment.ServiceReference);

        await using var second = new ProvisioningBench();
        await second.ApplyAsync(imported.Environment);
        var picture = AccountPicture.Of(first.Simulator);
        AccountPicture.Of(second.Simulator).Should().Equal(picture);
        imported.NotCarried.Should().BeEmpty();
        TestContext.Current.TestOutputHelper?.WriteLine($"import: {variant}: {picture.Count} resources and settings equal in an empty account");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Import_AppliedWhereItCameFrom_ChangesNothing(string variant)
    {
        var environment = Builders[variant].Build();
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(environment);

        var imported = await ImportAsync(bench, environment.ServiceReference);

        (await bench.ApplyAsync(imported.Environment)).Plan.Changes.Should().BeEmpty();
        var external = environment.Service.Controller == EnvironmentController.External;
        imported.Environment.Should().Be(environment with
        {
            TaskDefinition = imported.Environment.TaskDefinition, // as ECS has filled it in
            Deployments = external ? new() : environment.Deployments, // every deployment says it
        });
        Content(imported.Environment).HasSameContentAs(Content(environment)).Should().BeTrue();
    }

    [Fact]
    public async Task Import_AfterADeployment_HasTheVersionThatRuns()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAndPushAsync(environment);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await bench.Clock.DriveAsync(bench.Process.Deployer.DeployAsync(ProvisioningBench.Version2(), cancellationToken: Token));

        var imported = await ImportAsync(bench, environment.ServiceReference);

        imported.Environment.Should().Be(environment with { ImageTag = "v2", TaskDefinition = imported.Environment.TaskDefinition });
        (await bench.ApplyAsync(imported.Environment)).Plan.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task Import_GivesThreeFiles_ThatCanBeDeployed()
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAndPushAsync(ProvisioningBench.Labo().WithAlarm(new("5xx-high")).Build());
        bench.Clock.Advance(TimeSpan.FromMinutes(30));

        var imported = await ImportAsync(bench, ServiceReference.Parse(ProvisioningBench.Reference));

        imported.TaskDefinitionJson.Should().Contain("<IMAGE1_NAME>").And.NotContain("taskDefinitionArn").And.NotContain("registeredAt").And.NotContain(BlueGreenEnvironment.TagKey);
        var spec = AppSpecDocument.Parse(imported.AppSpecYaml);
        spec.Should().BeEquivalentTo(new { TaskDefinition = "<TASK_DEFINITION>", ContainerName = ProvisioningBench.Name, ContainerPort = 5000 });
        using var settings = JsonDocument.Parse(imported.Settings);
        settings.RootElement.GetProperty("service").GetString().Should().Be(ProvisioningBench.Reference);
        settings.RootElement.GetProperty("shift").GetString().Should().Be("AllAtOnce");
        settings.RootElement.GetProperty("bakeMinutes").GetInt32().Should().Be(5);
        settings.RootElement.GetProperty("alarms")[0].GetString().Should().Be("5xx-high");
        settings.RootElement.GetProperty("application").GetString().Should().Be("AppECS-web-labo-terraform-admin");
        using var folder = new TempFolder();
        var files = await imported.WriteToAsync(folder.PathOf("labo"), cancellationToken: Token);
        files.Select(Path.GetFileName).Should().Equal("taskdef.json", "appspec.yaml", "bluegreen.json");
        var deployment = Deployment.For(ProvisioningBench.Reference).WithTaskDef(files[0]).WithAppSpec(files[1]).WithImage("IMAGE1_NAME", "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v2").Build();
        (await bench.Clock.DriveAsync(bench.Process.Deployer.DeployAsync(deployment, cancellationToken: Token))).Outcome.Should().Be(DeploymentOutcome.Succeeded);
        var again = () => imported.WriteToAsync(folder.PathOf("labo"), cancellationToken: Token);
        await again.Should().ThrowAsync<IOException>().WithMessage("*taskdef.json, *appspec.yaml, *bluegreen.json would be replaced.*");
        await imported.WriteToAsync(folder.PathOf("labo"), overwrite: true, Token);
    }

    [Fact]
    public async Task Import_OnlyReads()
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(ProvisioningBench.Labo().Build());
        var before = AccountPicture.Of(bench.Simulator);

        await ImportAsync(bench, ServiceReference.Parse(ProvisioningBench.Reference));

        AccountPicture.Of(bench.Simulator).Should().Equal(before);
    }

    // Roles are named beside the task definition, and get their ARNs when it is registered.
    private static TaskDefinition Content(BlueGreenEnvironment environment) => environment.TaskDefinition with { ExecutionRoleArn = null, TaskRoleArn = null };

    private static Task<ImportedEnvironment> ImportAsync(ProvisioningBench bench, ServiceReference service, bool asExisting = false) =>
        bench.Clock.DriveAsync(bench.Provisioner.ImportAsync(service, asExisting, Token));
}
