using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

public sealed class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Build_Fails_TheDiagnosisNamesTheCause()
    {
        await using var bench = await PipelineBench.CreateAsync();
        bench.Simulator.DockerHubLimitReached = true;
        bench.World.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        bench.World.CreatePipeline();
        await using var run = await bench.AttachAsync();

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Failed);
        result.Diagnosis!.Causes[0].Finding.Code.Should().Be("BG708");
        result.Reason.Should().StartWith("Build/Build: JobFailed: Build terminated with state: FAILED");
        result.DeploymentId.Should().BeNull();
        events.Should().NotContain(one => one.Stage == "Deploy");
        result.Invoking(one => one.EnsureSucceeded()).Should().Throw<PipelineFailedException>().WithMessage("*web: execution * ended as Failed: Build/Build*BG708*");
    }

    [Fact]
    public async Task Deploy_Fails_TheDeploymentsCausesComeFirst()
    {
        await using var bench = await PipelineBench.StartedAsync([PipelineBench.WrongContainer]);
        await using var run = await bench.AttachAsync();

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Failed);
        var codes = result.Diagnosis!.Causes.Select(cause => cause.Finding.Code).ToList();
        codes[0].Should().StartWith("BG9");
        codes[^1].Should().Be("BG734");
        result.Diagnosis.Subject.Should().Be(result.DeploymentId);
        events.Should().Contain(one => one.Deployment != null && one.Message.Contains("does not exist in the task definition"));
    }

    [Fact]
    public async Task Deploy_NewVersionDoesNotStart_IsWatchedUntilItIsRolledBack()
    {
        await using var bench = await PipelineBench.CreateAsync();
        bench.Simulator.Images[bench.World.Seed.ImageV2] = new ImageBehavior { PullError = "no route to host" };
        bench.World.Push();
        bench.World.CreatePipeline();
        await using var run = await bench.AttachAsync();

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Failed);
        result.Diagnosis!.Causes.Select(cause => cause.Finding.Code).Should().Equal("BG907", "BG734");
        events.Last(one => one.Deployment is not null).Deployment!.Message.Should().StartWith("rolled back");
        bench.World.Page().Should().Contain("version v1");
    }

    [Fact]
    public async Task Retry_FailedStage_RunsItAgainAndTellsOnlyWhatIsNew()
    {
        await using var bench = await PipelineBench.CreateAsync();
        bench.Simulator.DockerHubLimitReached = true;
        bench.World.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        bench.World.CreatePipeline();
        await using var failed = await bench.AttachAsync();
        (await bench.FinishAsync(failed)).Result.Status.Should().Be(PipelineStatus.Failed);
        bench.Simulator.DockerHubLimitReached = false;

        await using var run = await bench.Clock.DriveAsync(failed.RetryAsync(cancellationToken: Token));
        var (result, events) = await bench.FinishAsync(run);

        run.ExecutionId.Should().Be(failed.ExecutionId);
        result.Status.Should().Be(PipelineStatus.Succeeded);
        events[0].Message.Should().Be("goes on");
        events[1].Message.Should().StartWith("Build began again");
        events.Should().NotContain(one => one.Stage == "Source");
        bench.World.Page().Should().Contain("version v2");
    }

    [Fact]
    public async Task Retry_ReplyIsLost_TheStageRunsAgainOnce()
    {
        await using var bench = await PipelineBench.CreateAsync();
        bench.Simulator.DockerHubLimitReached = true;
        bench.World.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        bench.World.CreatePipeline();
        await using var failed = await bench.AttachAsync();
        await bench.FinishAsync(failed);
        bench.Simulator.DockerHubLimitReached = false;
        bench.Simulator.Faults.On("codepipeline:RetryStageExecution").Call(1).LoseReply();

        await using var run = await bench.Clock.DriveAsync(failed.RetryAsync(allActions: true, cancellationToken: Token));

        (await bench.FinishAsync(run)).Result.Status.Should().Be(PipelineStatus.Succeeded);
        bench.World.State("Build").Object("retryStageMetadata")!.Int("manualStageRetryAttempt").Should().Be(1);
    }

    [Fact]
    public async Task Retry_NothingHasFailed_IsRefused()
    {
        await using var bench = await PipelineBench.StartedAsync();
        await using var run = await bench.AttachAsync();
        await bench.FinishAsync(run);

        (await run.Awaiting(one => bench.Clock.DriveAsync(one.RetryAsync(cancellationToken: Token))).Should().ThrowAsync<AwsCallException>())
            .Which.ErrorCode.Should().Be("StageNotRetryableException");
    }
}
