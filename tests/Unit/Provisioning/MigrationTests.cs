using Amazon.ECS;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>From CodeDeploy to ECS, in place.</summary>
public sealed class MigrationTests
{
    private static readonly ServiceReference Reference = ServiceReference.Parse(ProvisioningBench.Reference);

    public static TheoryData<string> Variants => ["usual", "canary, alarm", "without a test listener", "after a deployment"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Migrate_EveryRequestIsAnswered_AndTheNextVersionIsDeployedByEcs(string variant)
    {
        await using var bench = new ProvisioningBench();
        var production = await SetUpAsync(bench, variant);
        var version = bench.Ask(production);
        var plan = await PlanAsync(bench);

        plan.Steps.Select(step => step.Operation).Should().StartWith(variant is "usual" or "without a test listener" ? ["iam:CreateRole", "elasticloadbalancing:ModifyListener", "ecs:UpdateService"] : ["iam:CreateRole", "ecs:UpdateService"]);

        var (result, failed) = await WatchAsync(bench, production, version, MigrateAsync(bench, plan, drive: false));

        failed.Should().BeEmpty("every request is answered, by the version that runs");
        result.ServingTargetGroupArn.Should().Be(plan.AlternateTargetGroupArn);
        result.LeftOver.Should().Be(new CodeDeployTarget("AppECS-web-labo-terraform-admin", "DgpECS-web-labo-terraform-admin"));
        var service = await ServiceAsync(bench);
        service.DeploymentController.Type.Should().Be(DeploymentControllerType.ECS);
        service.TaskDefinition.Should().Be(plan.TaskDefinitionArn);
        service.RunningCount.Should().Be(2);
        if (version == "v1")
        {
            var deployed = await bench.Clock.DriveAsync(bench.Process.Deployer.DeployAsync(ProvisioningBench.Version2(), cancellationToken: Token));
            deployed.Outcome.Should().Be(DeploymentOutcome.Succeeded);
            bench.Ask(production).Should().Be("v2");
        }
    }

    [Fact]
    public async Task Plan_SaysEveryCallInOrder_AndWhatBecomesOfTheSettings()
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "canary, alarm");
        var before = AccountPicture.Of(bench.Simulator);

        var plan = await PlanAsync(bench);

        AccountPicture.Of(bench.Simulator).Should().Equal(before, "a plan only reads");
        plan.Steps.Select(step => step.Operation).Should().Equal(["iam:CreateRole", "ecs:UpdateService", "ECS"], "with this configuration, CodeDeploy has the rule name both target groups already");
        plan.Should().BeEquivalentTo(new { Shift = TrafficShift.Canary10Percent5Minutes, Bake = TimeSpan.FromMinutes(1440) });
        var text = plan.ToString();
        text.Should().Contain("strategy CANARY of 10 percent, 5 minutes").And.Contain("terminationWaitTimeInMinutes 2000 → bakeTimeInMinutes 1440").And.Contain("alarms 5xx-high, rollback True");
        plan.Notes.Should().Contain(note => note.Message.Contains("at most 1440", StringComparison.Ordinal)).And.Contain(note => note.Message.Contains("brought up once more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Migrate_SettingsAreCarriedOver()
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "canary, alarm");
        var plan = await PlanAsync(bench);

        await MigrateAsync(bench, plan);

        var (service, configuration) = (await ServiceAsync(bench), (await ServiceAsync(bench)).DeploymentConfiguration);
        configuration.Strategy.Should().Be(DeploymentStrategy.CANARY);
        configuration.CanaryConfiguration.Should().BeEquivalentTo(new { CanaryPercent = 10.0, CanaryBakeTimeInMinutes = 5 });
        configuration.BakeTimeInMinutes.Should().Be(1440);
        configuration.Alarms.Should().BeEquivalentTo(new { AlarmNames = (string[])["5xx-high"], Enable = true, Rollback = true });
        configuration.DeploymentCircuitBreaker.Should().BeEquivalentTo(new { Enable = true, Rollback = true });
        var advanced = service.LoadBalancers.Should().ContainSingle().Which.AdvancedConfiguration;
        new[] { service.LoadBalancers[0].TargetGroupArn, advanced.AlternateTargetGroupArn, advanced.ProductionListenerRule, advanced.TestListenerRule }
            .Should().Equal(plan.ServingTargetGroupArn, plan.AlternateTargetGroupArn, plan.ProductionRuleArn, plan.TestRuleArn);
        advanced.RoleArn.Should().EndWith("role/ecsInfrastructureRole-labo-terraform-admin");
    }

    [Fact]
    public async Task Migrate_WhenHandedOver_TheSameTasksServeAndNoWeightHasMoved()
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "usual");
        var plan = await PlanAsync(bench);
        var before = await TargetsAsync(bench, plan.ServingTargetGroupArn!);
        var migrating = MigrateAsync(bench, plan, drive: false);
        var (weights, targets) = (new Dictionary<string, int?>(StringComparer.Ordinal), new List<string>());

        await bench.Clock.DriveAsync(Task.WhenAny(migrating, LookAsync()));

        weights.Should().Contain(plan.ServingTargetGroupArn!, 1).And.Contain(plan.AlternateTargetGroupArn!, 0);
        targets.Should().Equal(before);
        await bench.Clock.DriveAsync(migrating);

        async Task LookAsync()
        {
            while ((await ServiceAsync(bench)).DeploymentController.Type != DeploymentControllerType.ECS)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), bench.Clock, Token);
            }

            var rule = (await bench.Process.Balancing.DescribeRulesAsync(new() { RuleArns = [plan.ProductionRuleArn] }, Token)).Rules[0];
            rule.Actions[0].ForwardConfig.TargetGroups.ForEach(group => weights[group.TargetGroupArn] = group.Weight);
            targets.AddRange(await TargetsAsync(bench, plan.ServingTargetGroupArn!));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Migrate_HooksOfTheLastAppSpec_AreCarriedOverWithARoleOnly(bool hasRole)
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "usual");
        var asked = new List<string>();
        bench.Simulator.Functions["smoke-test"] = call =>
        {
            asked.Add(call.Payload["lifecycleStage"]?.GetValue<string>() ?? "CodeDeploy");
            return HookReply.Succeeded();
        };
        var deployment = Deployment.For(ProvisioningBench.Reference)
            .WithTaskDef(running => running.WithContainer(ProvisioningBench.Name, container => container.WithImage(container.Image![..^1] + '2')))
            .WithAppSpec(new AppSpec { ContainerName = ProvisioningBench.Name, ContainerPort = 5000, Hooks = [new(HookEvent.AfterAllowTestTraffic, "smoke-test")] })
            .Build();
        await bench.Clock.DriveAsync(bench.Process.Deployer.DeployAsync(deployment, cancellationToken: Token));
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        var plan = await PlanAsync(bench, new() { HookRoleArn = hasRole ? "arn:aws:iam::123456789012:role/ecsHookRole" : null });

        await MigrateAsync(bench, plan);

        plan.Notes.Should().Contain(note => note.Subject == "smoke-test" && note.Message.Contains("hookStatus", StringComparison.Ordinal));
        asked.Should().Equal(hasRole ? ["CodeDeploy", "POST_TEST_TRAFFIC_SHIFT"] : ["CodeDeploy"]);
    }

    [Fact]
    public async Task Migrate_Twice_HasNothingToDo()
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "usual");
        await MigrateAsync(bench, await PlanAsync(bench));

        var again = await PlanAsync(bench);

        again.Steps.Should().BeEmpty();
        again.ToString().Should().Be("web/labo-terraform-admin: ECS deploys it blue/green already; there is nothing to do.");
        (await MigrateAsync(bench, again)).Should().Be(new MigrationResult { Plan = again });
    }

    [Fact]
    public async Task Migrate_ToBeRidOfCodeDeploy_RemovesGroupAndApplication()
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "usual");
        var plan = await PlanAsync(bench, new() { RemovesCodeDeploy = true });

        var result = await MigrateAsync(bench, plan);

        plan.Steps.Select(step => step.Operation).Should().EndWith(["codedeploy:DeleteDeploymentGroup", "codedeploy:DeleteApplication"]);
        result.LeftOver.Should().BeNull();
        (await bench.Process.CodeDeploy.ListApplicationsAsync(new(), Token)).Applications.Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task Migrate_ThatLosesTheAnswerOfUpdateService_DeploysOnce()
    {
        await using var bench = new ProvisioningBench();
        await SetUpAsync(bench, "usual");
        var plan = await PlanAsync(bench);
        bench.Simulator.Faults.On("ecs:UpdateService").Call(1).LoseReply();

        await MigrateAsync(bench, plan);

        (await bench.Process.Ecs.ListServiceDeploymentsAsync(new() { Cluster = "web", Service = ProvisioningBench.Name }, Token)).ServiceDeployments.Should().ContainSingle();
    }

    [Fact]
    public async Task Migrate_AVersionThatDoesNotComeUp_IsRolledBackByEcs_AndTheOldTasksServe()
    {
        await using var bench = new ProvisioningBench();
        var production = await SetUpAsync(bench, "usual");
        var plan = await PlanAsync(bench);
        bench.Simulator.Invoke("ecr", "BatchDeleteImage", new() { ["repositoryName"] = ProvisioningBench.Name, ["imageIds"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["imageTag"] = "v1" }) }, ProvisioningBench.Region);

        var migrating = () => MigrateAsync(bench, plan);

        (await migrating.Should().ThrowAsync<MigrationFailedException>()).Which.Status.Should().Be("ROLLBACK_SUCCESSFUL");
        bench.Ask(production).Should().Be("v1");
    }

    private static async Task<string> SetUpAsync(ProvisioningBench bench, string variant)
    {
        var builder = ProvisioningBench.Labo();
        var environment = variant switch
        {
            "canary, alarm" => builder.WithAlarm(new("5xx-high")).WithDeployments(new() { Shift = TrafficShift.Canary10Percent5Minutes, Bake = TimeSpan.FromMinutes(2000) }).Build(),
            "without a test listener" => BlueGreenEnvironment.For(ProvisioningBench.Name).InCluster("web").WithTaskDef("Fixtures/seed/taskdef.json").WithImageTag("v1").WithDesiredCount(2).WithProductionListener(8080).Build(),
            _ => builder.Build(),
        };
        var made = await bench.ApplyAndPushAsync(environment);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        if (variant == "after a deployment")
        {
            await bench.Clock.DriveAsync(bench.Process.Deployer.DeployAsync(ProvisioningBench.Version2(), cancellationToken: Token));
            bench.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        return made.ProductionListenerArn;
    }

    private static Task<MigrationPlan> PlanAsync(ProvisioningBench bench, MigrationOptions? options = null) => bench.Clock.DriveAsync(bench.Process.Migration.PlanMigrationAsync(Reference, options, Token));

    private static Task<MigrationResult> MigrateAsync(ProvisioningBench bench, MigrationPlan plan, bool drive = true)
    {
        var migrating = bench.Process.Migration.MigrateToEcsNativeAsync(plan, Token);
        return drive ? bench.Clock.DriveAsync(migrating) : migrating;
    }

    private static async Task<Amazon.ECS.Model.Service> ServiceAsync(ProvisioningBench bench) =>
        (await bench.Process.Ecs.DescribeServicesAsync(new() { Cluster = "web", Services = [ProvisioningBench.Name] }, Token)).Services[0];

    private static async Task<IReadOnlyList<string>> TargetsAsync(ProvisioningBench bench, string group) =>
        [.. (await bench.Process.Balancing.DescribeTargetHealthAsync(new() { TargetGroupArn = group }, Token)).TargetHealthDescriptions.Select(target => target.Target.Id).Order(StringComparer.Ordinal)];

    // Asks every ten seconds as long as it goes on.
    private static async Task<(MigrationResult Result, IReadOnlyList<string> Failed)> WatchAsync(ProvisioningBench bench, string production, string version, Task<MigrationResult> migrating)
    {
        var failed = new List<string>();
        await bench.Clock.DriveAsync(AskAsync());
        return (await migrating, failed);

        async Task AskAsync()
        {
            while (!migrating.IsCompleted)
            {
                failed.AddRange(Enumerable.Range(0, 10).Select(_ => bench.Ask(production)).Where(answer => answer != version));
                await Task.Delay(TimeSpan.FromSeconds(10), bench.Clock, Token);
            }
        }
    }
}
