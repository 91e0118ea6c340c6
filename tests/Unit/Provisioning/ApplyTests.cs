using System.Collections.Concurrent;
using Amazon.CodeDeploy;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>From an empty account to a service that serves, and that can be deployed to.</summary>
public sealed class ApplyTests(ITestOutputHelper output)
{
    public static TheoryData<EnvironmentController> Controllers => PlanTests.Controllers;

    public static TheoryData<EnvironmentController, bool> ControllersAndRoles => new(
        from controller in Enum.GetValues<EnvironmentController>()
        from hasLeastPrivilege in (bool[])[false, true]
        select (controller, hasLeastPrivilege));

    [Theory]
    [MemberData(nameof(ControllersAndRoles))]
    public async Task Apply_ThenVersion1Serves_AndVersion2IsDeployedWithoutAFinding(EnvironmentController controller, bool hasLeastPrivilege)
    {
        await using var bench = new ProvisioningBench();
        var builder = ProvisioningBench.Labo(controller);
        var environment = (hasLeastPrivilege ? builder.WithLeastPrivilege() : builder).Build();

        var made = await bench.ApplyAndPushAsync(environment);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));

        bench.Ask(made.ProductionListenerArn).Should().Be("v1");
        made.Should().BeEquivalentTo(new { ImageRepository = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin", Service = ServiceReference.Parse(ProvisioningBench.Reference) });
        var deployer = bench.Process.Deployer;
        var plan = await bench.Clock.DriveAsync(deployer.PlanAsync(ProvisioningBench.Version2(), TestContext.Current.CancellationToken));
        plan.Findings.Where(finding => finding.Severity is FindingSeverity.Warning or FindingSeverity.Error or FindingSeverity.NotChecked).Should().BeEmpty();
        var result = await bench.Clock.DriveAsync(deployer.DeployAsync(ProvisioningBench.Version2(), cancellationToken: TestContext.Current.CancellationToken));
        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Ask(made.ProductionListenerArn).Should().Be("v2");
        (await bench.ApplyAsync(environment)).Plan.Changes.Should().BeEmpty("what deployments change is theirs");
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Apply_Twice_ChangesNothing(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo(controller).WithAlarm(new("5xx-high") { Threshold = 5 }).WithLogRetention(30).WithTag("team", "admin").Build();
        var events = new ConcurrentQueue<ProvisioningEvent>();
        var first = await bench.ApplyAsync(environment, events);
        var picture = AccountPicture.Of(bench.Simulator);

        bench.StartProcess();
        var again = await bench.ApplyAsync(environment);

        first.Plan.Changes.Should().HaveSameCount(events).And.OnlyContain(one => one.Action == ResourceAction.Create && one.Arn != null);
        again.Plan.Changes.Should().BeEmpty();
        AccountPicture.Of(bench.Simulator).Should().Equal(picture);
        (again.HostName, again.ProductionListenerArn, again.TestListenerArn).Should().Be((first.HostName, first.ProductionListenerArn, first.TestListenerArn));
        output.WriteLine(FormattableString.Invariant($"twice: {controller}: {first.Plan.Changes.Count()} resources made, then {again.Plan.Changes.Count()} changes"));
    }

    [Fact]
    public async Task Apply_EveryResource_CarriesTheTags()
    {
        await using var bench = new ProvisioningBench();
        var before = AccountPicture.Of(bench.Simulator);

        await bench.ApplyAsync(ProvisioningBench.Labo().WithAlarm(new("5xx-high")).WithTag("team", "admin").Build());

        AccountPicture.Of(bench.Simulator).Except(before, StringComparer.Ordinal)
            .Where(line => !line.StartsWith("application", StringComparison.Ordinal) && !line.StartsWith("group:", StringComparison.Ordinal) && !line.StartsWith("policy", StringComparison.Ordinal))
            .Should().OnlyContain(line => line.Contains(BlueGreenEnvironment.TagKey, StringComparison.Ordinal) && line.Contains("team", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apply_WhatDiffers_IsChanged()
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(ProvisioningBench.Labo().WithAlarm(new("5xx-high")).Build());
        var changed = ProvisioningBench.Labo()
            .WithAlarm(new("5xx-high") { Threshold = 50 })
            .WithLogRetention(7)
            .WithLeastPrivilege()
            .WithTargetGroups(new() { Blue = "labo-terraform-admin-1", Green = "labo-terraform-admin-2", HealthCheckPath = "/health", HealthCheckInterval = TimeSpan.FromSeconds(5), HealthyCodes = "200-299" })
            .WithDeployments(new() { Shift = TrafficShift.Canary(20, TimeSpan.FromMinutes(7)), ReadyWait = TimeSpan.FromMinutes(10), Bake = TimeSpan.FromMinutes(15), RollsBack = false })
            .Build();

        var result = await bench.ApplyAsync(changed);

        result.Plan.Changes.Should().OnlyContain(one => one.Action == ResourceAction.Update);
        result.Plan.Changes.Select(one => one.Kind).Should().Equal(
            ResourceKind.LogGroup, ResourceKind.Role, ResourceKind.Role, ResourceKind.TargetGroup, ResourceKind.TargetGroup, ResourceKind.Alarm, ResourceKind.DeploymentGroup);
        (await bench.ApplyAsync(changed)).Plan.Changes.Should().BeEmpty();
        var group = await bench.Process.CodeDeploy.GetDeploymentGroupAsync(new() { ApplicationName = "AppECS-web-labo-terraform-admin", DeploymentGroupName = "DgpECS-web-labo-terraform-admin" }, TestContext.Current.CancellationToken);
        group.DeploymentGroupInfo.DeploymentConfigName.Should().Be("BlueGreenEcs.Canary20Percent7Minutes");
        group.DeploymentGroupInfo.BlueGreenDeploymentConfiguration.DeploymentReadyOption.ActionOnTimeout.Should().Be(DeploymentReadyAction.STOP_DEPLOYMENT);
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Apply_ThatIsToWait_EndsWhenVersion1Serves(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();

        var made = await bench.ApplyAndPushAsync(ProvisioningBench.Labo(controller).WaitUntilSteady().Build());

        bench.Ask(made.ProductionListenerArn).Should().Be("v1");
    }

    [Fact]
    public async Task Apply_ThatIsToWait_WithoutAnImage_SaysWhatItWaitsFor()
    {
        await using var bench = new ProvisioningBench();

        var applying = () => bench.ApplyAsync(ProvisioningBench.Labo().WaitUntilSteady().Build());

        (await applying.Should().ThrowAsync<ProvisioningStalledException>()).WithMessage("Service:labo-terraform-admin: It does not serve after 30 minutes: 0 of 2 tasks run*");
    }

    [Fact]
    public async Task Apply_OnWhatIsThereAlready_UsesItAsItIs()
    {
        await using var bench = new ProvisioningBench();
        var shared = await bench.ApplyAsync(ProvisioningBench.Labo().Build());
        var picture = bench.Settle();
        var second = BlueGreenEnvironment.For("second")
            .InExistingCluster("web")
            .WithTaskDef("Fixtures/seed/taskdef.json")
            .WithExistingRepository("labo-terraform-admin")
            .WithExistingLogGroup("/ecs/aws-ecs-getting-started")
            .WithExistingExecutionRole("ecsTaskExecutionRole")
            .WithExistingTrafficRole("arn:aws:iam::123456789012:role/ecsCodeDeployRole-labo-terraform-admin")
            .WithExistingLoadBalancer("labo-terraform-admin")
            .WithProductionListener(9000)
            .WithImageTag("v1")
            .Build();

        var made = await bench.ApplyAsync(second);

        made.Plan.Changes.Select(one => one.Id).Should().BeEquivalentTo(
            "SecurityGroup:second-tasks", "TargetGroup:second-1", "TargetGroup:second-2", "Listener:labo-terraform-admin:9000", "TaskDefinition:ecs-admin-test", "Service:second", "Application:AppECS-web-second", "DeploymentGroup:DgpECS-web-second");
        made.HostName.Should().Be(shared.HostName);
        await bench.DestroyAsync(second);
        bench.Settle().Should().Equal(picture);
    }
}
