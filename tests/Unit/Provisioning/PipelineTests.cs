using Amazon.CodeCommit.Model;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>An environment with its pipeline: from an empty account to a push that is deployed.</summary>
public sealed class PipelineTests
{
    private const string Artifacts = $"{ProvisioningBench.Name}-artifacts-123456789012-{ProvisioningBench.Region}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<EnvironmentController> Controllers => [EnvironmentController.CodeDeploy, EnvironmentController.EcsNative];

    [Fact]
    public async Task Plan_OfAnEmptyAccount_HasThePipelinesPartsInOrder()
    {
        await using var bench = new ProvisioningBench();

        var plan = await bench.PlanAsync(Deliveries.ByCodeCommit().Build());

        plan.Conflicts.Should().BeEmpty();
        plan.Resources.Select(one => one.Id).Should().ContainInOrder(
            $"LogGroup:/aws/codebuild/{ProvisioningBench.Name}",
            $"DeploymentGroup:DgpECS-web-{ProvisioningBench.Name}",
            $"SourceRepository:{ProvisioningBench.Name}",
            $"Bucket:{ProvisioningBench.Name}-artifacts",
            $"Role:codebuild-{ProvisioningBench.Name}-service-role",
            $"BuildProject:{ProvisioningBench.Name}",
            $"Role:AWSCodePipelineServiceRole-{ProvisioningBench.Name}",
            $"Pipeline:{ProvisioningBench.Name}");
        plan.Resources.Select((one, i) => (one, Before: plan.Resources.Take(i).Select(other => other.Id)))
            .Should().OnlyContain(pair => pair.one.DependsOn.All(id => pair.Before.Contains(id)));
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Apply_ThenTheFirstExecutionBuildsWhatTheServiceWaitsFor_AndAPushIsDeployed(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        var made = await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).Build());
        bench.Ask(made.ProductionListenerArn).Should().Be("failed", "nobody has pushed the first image");

        var first = await bench.FollowAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(10));

        first.EnsureSucceeded().Revisions.Should().ContainSingle();
        bench.Simulator.SendRequest(made.ProductionListenerArn).StatusCode.Should().Be(200);
        var before = await bench.RunningAsync();
        (await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).Build())).Plan.Changes.Should().BeEmpty("what deployments change is theirs");

        var commit = await bench.PushAsync("page.html", "<h1>2</h1>");
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        var second = await bench.FollowAsync();

        second.EnsureSucceeded().Revisions[0].Id.Should().Be(commit);
        (await bench.RunningAsync()).Should().NotBe(before);
        bench.Simulator.SendRequest(made.ProductionListenerArn).StatusCode.Should().Be(200);
    }

    [Theory]
    [MemberData(nameof(Controllers))]
    public async Task Apply_Twice_ChangesNothing(EnvironmentController controller)
    {
        await using var bench = new ProvisioningBench();
        var first = await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).WithTag("team", "admin").Build());
        var picture = AccountPicture.Of(bench.Simulator);

        bench.StartProcess();
        var again = await bench.ApplyAsync(Deliveries.ByCodeCommit(controller).WithTag("team", "admin").Build());

        first.Plan.Changes.Should().OnlyContain(one => one.Action == ResourceAction.Create && one.Arn != null);
        again.Plan.Changes.Should().BeEmpty();
        AccountPicture.Of(bench.Simulator).Should().Equal(picture);
    }

    [Fact]
    public async Task Apply_FromS3_MakesAVersionedBucket_AndASecondOneChangesNothing()
    {
        await using var bench = new ProvisioningBench();
        var environment = Deliveries.ByS3().Build();

        await bench.ApplyAsync(environment);

        (await bench.ApplyAsync(environment)).Plan.Changes.Should().BeEmpty();
        AccountPicture.Of(bench.Simulator).Should().ContainSingle(line => line.StartsWith($"bucket {ProvisioningBench.Name}-source-123456789012-{ProvisioningBench.Region}", StringComparison.Ordinal)).Which.Should().Contain("Enabled").And.Contain("BlockPublicAcls:true");
        AccountPicture.Of(bench.Simulator).Should().ContainSingle(line => line.StartsWith("pipeline", StringComparison.Ordinal)).Which.Should().Contain("Ship it?");
    }
}
