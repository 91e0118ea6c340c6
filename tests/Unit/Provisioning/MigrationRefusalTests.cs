using Amazon.CloudWatch;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>Who may not be handed to ECS yet.</summary>
public sealed class MigrationRefusalTests
{
    private static readonly ServiceReference Reference = ServiceReference.Parse(ProvisioningBench.Reference);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_WhileADeploymentRuns_NamesIt()
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await using var running = await bench.Process.Deployer.StartAsync(ProvisioningBench.Version2(), Token);

        (await Refusal<DeploymentInProgressException>(bench)).DeploymentId.Should().Be(running.ResumeToken.DeploymentId);
    }

    [Fact]
    public async Task Plan_OfAnExternalService_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(ProvisioningBench.Labo(EnvironmentController.External).Build());

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("controller is EXTERNAL");
    }

    [Fact]
    public async Task Plan_WhereTheListenerDoesNotFollowTheTasks_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await ForwardAsync(bench, seed.ProductionListenerArn, (seed.TargetGroupArns[0], 90), (seed.TargetGroupArns[1], 10));

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("does not forward all traffic to").And.Contain("with weight 10");
    }

    [Fact]
    public async Task Plan_WhereTwoRulesLeadToTheService_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await bench.Process.Balancing.CreateRuleAsync(
            new() { ListenerArn = seed.ProductionListenerArn, Priority = 7, Conditions = [new() { Field = "path-pattern", Values = ["/old"] }], Actions = [new() { Type = ActionTypeEnum.Forward, TargetGroupArn = seed.TargetGroupArns[0] }] }, Token);

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("2 rules");
    }

    [Fact]
    public async Task Plan_WhereTheOtherGroupHasTargets_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await bench.Process.Balancing.RegisterTargetsAsync(new() { TargetGroupArn = seed.TargetGroupArns[1], Targets = [new() { Id = "172.31.0.99", Port = 5000 }] }, Token);

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("is to be empty, and has 1 targets");
    }

    [Fact]
    public async Task Plan_WhereNotAllTasksServe_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await bench.Process.Ecs.UpdateServiceAsync(new() { Cluster = "web", Service = ProvisioningBench.Name, DesiredCount = 5 }, Token);

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("2 of 5 tasks run");
    }

    [Fact]
    public async Task Plan_WhereAnAlarmIsRed_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAndPushAsync(ProvisioningBench.Labo().WithAlarm(new("5xx-high")).Build());
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await bench.Process.CloudWatch.SetAlarmStateAsync(new() { AlarmName = "5xx-high", StateValue = StateValue.ALARM, StateReason = "test" }, Token);

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("5xx-high are in ALARM");
    }

    [Fact]
    public async Task Plan_WhereSomethingElseHasTheRolesName_IsRefused_UnlessAnotherIsGiven()
    {
        await using var bench = new ProvisioningBench();
        await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        await bench.Process.Iam.CreateRoleAsync(new() { RoleName = "ecsInfrastructureRole-labo-terraform-admin", AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"},"Action":"sts:AssumeRole"}]}""" }, Token);

        (await Refusal<MigrationRefusedException>(bench)).Message.Should().Contain("The infrastructure role ecsInfrastructureRole-labo-terraform-admin cannot be used.");

        var plan = await bench.Clock.DriveAsync(bench.Process.Migration.PlanMigrationAsync(Reference, new() { InfrastructureRole = "ecsInfrastructureRole-labo-terraform-admin" }, Token));
        plan.Steps.Select(step => step.Operation).Should().NotContain("iam:CreateRole");
    }

    [Fact]
    public async Task Migrate_AfterSomethingHasChanged_DoesNothing()
    {
        await using var bench = new ProvisioningBench();
        var seed = await SeedEnvironment.CreateAsync(bench.Simulator, cancellationToken: Token);
        var plan = await bench.Clock.DriveAsync(bench.Process.Migration.PlanMigrationAsync(Reference, cancellationToken: Token));
        await bench.Process.CodeDeploy.UpdateDeploymentGroupAsync(new() { ApplicationName = seed.ApplicationName, CurrentDeploymentGroupName = seed.DeploymentGroupName, DeploymentConfigName = "CodeDeployDefault.ECSCanary10Percent5Minutes" }, Token);
        var before = AccountPicture.Of(bench.Simulator);

        var migrating = () => bench.Clock.DriveAsync(bench.Process.Migration.MigrateToEcsNativeAsync(plan, Token));

        await migrating.Should().ThrowAsync<MigrationRefusedException>().WithMessage("*What the plan rests on has changed.*");
        AccountPicture.Of(bench.Simulator).Should().Equal(before);
    }

    private static async Task<TException> Refusal<TException>(ProvisioningBench bench)
        where TException : BlueGreenException
    {
        var before = AccountPicture.Of(bench.Simulator);

        var planning = () => bench.Clock.DriveAsync(bench.Process.Migration.PlanMigrationAsync(Reference, cancellationToken: Token));

        var refusal = (await planning.Should().ThrowAsync<TException>()).Which;
        AccountPicture.Of(bench.Simulator).Should().Equal(before);
        return refusal;
    }

    private static async Task ForwardAsync(ProvisioningBench bench, string listener, params (string Arn, int Weight)[] groups) => await bench.Process.Balancing.ModifyListenerAsync(
        new()
        {
            ListenerArn = listener,
            DefaultActions = [new() { Type = ActionTypeEnum.Forward, ForwardConfig = new() { TargetGroups = [.. groups.Select(group => new Amazon.ElasticLoadBalancingV2.Model.TargetGroupTuple { TargetGroupArn = group.Arn, Weight = group.Weight })] } }],
        },
        Token);
}
