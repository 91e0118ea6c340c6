using Amazon;
using Amazon.ApplicationAutoScaling;
using Amazon.ECS;
using BlueGreen.Ecs.Guards;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Tests.Unit.Running;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Guards;

/// <summary>What the guards say in a plan.</summary>
public sealed class GuardFindingsTests
{
    private static readonly Gen<ScalingSuspension> Suspensions = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, (one, two, three) => new ScalingSuspension(one, two, three));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.CodeDeploy, FindingSeverity.Warning)]
    [InlineData(Engine.EcsNative, FindingSeverity.Note)]
    [InlineData(Engine.TaskSets, FindingSeverity.Note)]
    public async Task Plan_ServiceThatIsScaled_SaysSoUnlessItRests(Engine engine, FindingSeverity severity)
    {
        await using var scaled = await ScaledBench.CreateAsync(engine);

        var plan = await scaled.Bench.Deployer.PlanAsync(scaled.Deploy.Build(), Token);
        var guarded = await scaled.Bench.Deployer.PlanAsync(scaled.DeployGuarded.Build(), Token);

        plan.Findings.Should().ContainSingle(finding => finding.Code == "BG255").Which.Should().Match<Finding>(finding => finding.Severity == severity && finding.Message.Contains("between 1 and 6 tasks"));
        (plan.CanStart, guarded.Findings.Any(finding => finding.Code == "BG255")).Should().Be((true, false));
    }

    [Fact]
    public async Task Plan_ReadIsRefused_IsANoteAndTheDeploymentGoesOn()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy);
        scaled.Bench.Simulator.Faults.On("application-autoscaling:*").Fail("AccessDeniedException", "No.");

        var plan = await scaled.Bench.Deployer.PlanAsync(scaled.Deploy.Build(), Token);

        plan.Findings.Should().ContainSingle(finding => finding.Code == "BG256").Which.Should().Match<Finding>(finding =>
            finding.Severity == FindingSeverity.NotChecked && finding.Fix == "Allow application-autoscaling:DescribeScalableTargets.");
        (await scaled.Bench.RunAsync(scaled.Deploy)).Result.EnsureSucceeded();
    }

    [Fact]
    public async Task Plan_ReadIsRefusedWhereScalingIsToRest_IsAnErrorAndNothingIsRegistered()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy);
        scaled.Bench.Simulator.Faults.On("application-autoscaling:*").Fail("AccessDeniedException", "No.");
        var revisions = await scaled.Bench.CountRevisionsAsync();

        (await FluentActions.Awaiting(() => scaled.Bench.RunAsync(scaled.DeployGuarded)).Should().ThrowAsync<PreflightException>()).WithMessage("*BG256*DescribeScalableTargets*");

        (await scaled.Bench.CountRevisionsAsync()).Should().Be(revisions);
    }

    [Fact]
    public async Task Deploy_SuspendingIsRefused_StartsNothing()
    {
        await using var scaled = await ScaledBench.CreateAsync(Engine.CodeDeploy);
        scaled.Bench.Simulator.Faults.On("application-autoscaling:RegisterScalableTarget").Fail("AccessDeniedException", "No.");

        await FluentActions.Awaiting(() => scaled.Bench.RunAsync(scaled.DeployGuarded)).Should().ThrowAsync<AwsCallException>().WithMessage("application-autoscaling:RegisterScalableTarget*");

        (await scaled.Bench.Service.CountAsync(scaled.Bench)).Should().Be(0);
        await scaled.ShouldBeAsync(ScalingSuspension.None);
    }

    [Fact]
    public async Task Plan_HostThatMakesItsOwnClientsAndNoneForScaling_IsToldSo()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        await using var host = new ServiceCollection()
            .AddSingleton<TimeProvider>(bench.Clock)
            .AddSingleton(bench.Ecs)
            .AddSingleton(bench.CodeDeploy)
            .AddSingleton(bench.Balancing)
            .AddBlueGreenEcs()
            .BuildServiceProvider();

        var plan = await host.GetRequiredService<IDeployer>().PlanAsync(bench.Service.Deploy().Build(), Token);

        plan.CanStart.Should().BeTrue();
        plan.Findings.Should().ContainSingle(finding => finding.Code == "BG256" && finding.Severity == FindingSeverity.NotChecked);
    }

    [Theory]
    [InlineData("http://localhost:4566", null, true)]
    [InlineData("http://localhost:4566", "http://localhost:4566", false)]
    [InlineData("https://vpce-1.ecs.eu-west-1.vpce.amazonaws.com", null, false)]
    [InlineData(null, null, false)]
    public void Clients_OneOfAnEmulatorAndOneOfAws_Differ(string? ecs, string? scaling, bool differ) =>
        (SameAws.Difference(new AmazonECSConfig { ServiceURL = ecs }, new AmazonApplicationAutoScalingConfig { ServiceURL = scaling }, "IAmazonApplicationAutoScaling") is not null).Should().Be(differ);

    [Theory]
    [InlineData("eu-west-1", "eu-west-1", false)]
    [InlineData("eu-west-1", "us-east-1", true)]
    public void Clients_OfTwoRegions_Differ(string ecs, string scaling, bool differ)
    {
        var difference = SameAws.Difference(
            new AmazonECSConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(ecs) },
            new AmazonApplicationAutoScalingConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(scaling) },
            "IAmazonApplicationAutoScaling");

        (difference is not null).Should().Be(differ);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    public void Findings_BoundsThatLeaveNoRoom_AreNoScaling(int least, int most, bool isFound)
    {
        var scaling = new ServiceScaling { MinCapacity = least, MaxCapacity = most, Suspended = ScalingSuspension.None };

        Codes(Runs.Plan() with { Scaling = scaling }).Should().Equal(isFound ? ["BG255"] : []);
        Codes(Runs.Plan() with { Scaling = scaling with { Suspended = ScalingSuspension.All } }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Findings_DeploymentsThatAreNotGone_AreAWarningFromFiveOn(int count, bool isFound) =>
        Codes(Runs.Plan() with { Service = Runs.Plan().Service with { OpenDeployments = count } }).Should().Equal(isFound ? ["BG260"] : []);

    [Theory]
    [InlineData("1024", 3, "1.4.0", null, false)]
    [InlineData("1024", 4, "1.4.0", null, true)]
    [InlineData("2 vCPU", 2, null, "FARGATE", true)]
    [InlineData("1024", 4, null, null, false)]
    [InlineData("1024", 4, "1.4.0", "FARGATE_SPOT", false)]
    [InlineData(null, 100, "1.4.0", null, false)]
    public void Findings_TwoVersionsOnFargate_AreANoteBeyondANewAccountsQuota(string? cpu, int tasks, string? platform, string? provider, bool isFound)
    {
        var plan = Runs.Plan();
        var service = plan.Service with { DesiredCount = tasks, PlatformVersion = platform, CapacityProviderStrategy = provider is null ? [] : [new(provider, 1, 0)] };

        Codes(plan with { Service = service, TaskDefinition = plan.TaskDefinition with { Cpu = cpu } }).Should().Equal(isFound ? ["BG261"] : []);
    }

    [Theory]
    [InlineData("256", "512", "2 new tasks beside 2 old ones; the new ones take 0.5 vCPU and 1 GiB")]
    [InlineData("0.5 vCPU", "2GB", "2 new tasks beside 2 old ones; the new ones take 1 vCPU and 4 GiB")]
    [InlineData(null, "512", "2 new tasks beside 2 old ones; the new ones take 1 GiB")]
    [InlineData("much", null, "2 new tasks beside 2 old ones")]
    public void Capacity_OfAPlan_SaysWhatTheNewTasksTake(string? cpu, string? memory, string expected)
    {
        var plan = Runs.Plan();

        (plan with { Service = plan.Service with { DesiredCount = 2 }, TaskDefinition = plan.TaskDefinition with { Cpu = cpu, Memory = memory } }).Capacity.ToString().Should().Be(expected);
    }

    [Fact]
    public void Tags_WhatIsWritten_IsRead() =>
        Gen.Select(Suspensions, Gen.Char.AlphaNumeric.Array.Select(chars => new string(chars))).Sample((former, owner) =>
            ScalingTags.Read(ScalingTags.Write(former, owner)) == new HeldScaling(former, owner));

    [Theory]
    [InlineData("rests runs")]
    [InlineData("rests runs perhaps")]
    [InlineData("")]
    public void Tags_OfSomebodyElse_AreNone(string value) =>
        ScalingTags.Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["bluegreen:scaling-before"] = value }).Should().BeNull();

    [Fact]
    public void Owner_OfAServiceDeployment_IsItsId()
    {
        ScalingTags.OwnerOf(new("EcsNative", "web/shop", "arn:aws:ecs:eu-west-1:123456789012:service-deployment/web/shop/AbC")).Should().Be("AbC");
        ScalingTags.ClaimedAt(ScalingTags.Claim(DateTimeOffset.UnixEpoch)).Should().Be(DateTimeOffset.UnixEpoch);
        ScalingTags.ClaimedAt("d-ABC").Should().BeNull();
    }

    private static IEnumerable<string> Codes(DeploymentPlan plan) => GuardFindings.Of(plan, refusal: null).Select(finding => finding.Code);
}
