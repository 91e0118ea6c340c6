namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>What a plan says, and that it only reads.</summary>
public sealed class PlanTests
{
    public static TheoryData<EnvironmentController> Controllers => [EnvironmentController.CodeDeploy, EnvironmentController.EcsNative, EnvironmentController.External];

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Plan_OfAnEmptyAccount_CreatesAllInOrder(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();

        var plan = await bench.PlanAsync(ProvisioningBench.Labo(controller).WithAlarm(new("5xx-high")).Build());

        plan.Conflicts.Should().BeEmpty();
        plan.Resources.Should().OnlyContain(one => one.Action == (one.Kind == ResourceKind.Network ? ResourceAction.InPlace : ResourceAction.Create));
        plan.Resources.Select(one => one.Id).Should().OnlyHaveUniqueItems();
        plan.Resources.Select((one, i) => (one, Before: plan.Resources.Take(i).Select(other => other.Id)))
            .Should().OnlyContain(pair => pair.one.DependsOn.All(id => pair.Before.Contains(id)));
        plan.Resources.Select(one => one.Kind).Distinct().Should().Contain([ResourceKind.Cluster, ResourceKind.Repository, ResourceKind.LogGroup, ResourceKind.Role, ResourceKind.Service, ResourceKind.Alarm]);
        plan.Should().BeEquivalentTo(new { Account = "123456789012", ProvisioningBench.Region });
    }

    [Fact]
    public async Task Plan_OnlyReads()
    {
        await using var bench = new ProvisioningBench();
        var before = AccountPicture.Of(bench.Simulator);

        await bench.PlanAsync(ProvisioningBench.Labo().Build());

        AccountPicture.Of(bench.Simulator).Should().Equal(before);
    }

    [Fact]
    public async Task Plan_NamesAsTheConsoleDoes()
    {
        await using var bench = new ProvisioningBench();

        var plan = await bench.PlanAsync(ProvisioningBench.Labo().Build());

        plan.Resources.Select(one => one.Id).Should().Contain(["Application:AppECS-web-labo-terraform-admin", "DeploymentGroup:DgpECS-web-labo-terraform-admin", "Role:ecsTaskExecutionRole", "TargetGroup:labo-terraform-admin-1"]);
        plan.ToString().Should().Contain("Create   Cluster         web: There is none of that name.");
    }

    [Fact]
    public async Task Execute_OfAPlanThatWasShown_DoesIt()
    {
        await using var bench = new ProvisioningBench();
        var plan = await bench.PlanAsync(ProvisioningBench.Labo().Build());

        var done = await bench.Clock.DriveAsync(bench.Provisioner.ExecuteAsync(plan, cancellationToken: TestContext.Current.CancellationToken));

        done.Resources.Select(one => one.Id).Should().Equal(plan.Resources.Select(one => one.Id));
        done.Changes.Should().OnlyContain(one => one.Arn != null);
        (await bench.Clock.DriveAsync(bench.Provisioner.ExecuteAsync(plan, cancellationToken: TestContext.Current.CancellationToken))).Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task Execute_WhatWasInPlaceAndIsGone_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAsync(environment);
        var plan = await bench.PlanAsync(environment);
        bench.Simulator.Invoke("codedeploy", "DeleteApplication", new() { ["applicationName"] = "AppECS-web-labo-terraform-admin" }, ProvisioningBench.Region);

        var executing = () => bench.Clock.DriveAsync(bench.Provisioner.ExecuteAsync(plan, cancellationToken: TestContext.Current.CancellationToken));

        (await executing.Should().ThrowAsync<ProvisioningConflictException>()).Which.Plan.Conflicts.Select(one => one.Kind).Should().Equal(ResourceKind.Application, ResourceKind.DeploymentGroup);
    }

    [Fact]
    public async Task Execute_OfAPlanOfRemoval_Removes()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        await bench.ApplyAsync(environment);
        var plan = await bench.Clock.DriveAsync(bench.Provisioner.PlanDestroyAsync(environment, TestContext.Current.CancellationToken));

        await bench.Clock.DriveAsync(bench.Provisioner.ExecuteAsync(plan, cancellationToken: TestContext.Current.CancellationToken));

        AccountPicture.Of(bench.Simulator).Should().NotContain(line => line.Contains(BlueGreenEnvironment.TagKey, StringComparison.Ordinal));
    }
}
