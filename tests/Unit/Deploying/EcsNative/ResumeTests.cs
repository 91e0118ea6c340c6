namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class ResumeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_AttachAndResume_SeeTheSameEnd()
    {
        await using var bench = await NativeService.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        await using var attached = await bench.Deployer.AttachAsync(bench.Service.Reference, Token);
        await using var resumed = await bench.Deployer.ResumeAsync(ResumeToken.Parse(run.ResumeToken.ToString()), cancellationToken: Token);
        var results = await bench.Clock.DriveAsync(Task.WhenAll(run.Completion, attached.Completion, resumed.Completion));

        attached.ResumeToken.Should().Be(run.ResumeToken);
        attached.Plan.Should().BeNull();
        results.Should().OnlyContain(result => result.Outcome == DeploymentOutcome.Succeeded && result.TaskDefinitionArn == results[0].TaskDefinitionArn);
    }

    [Fact]
    public async Task Resume_OfOneThatHasEnded_TellsItsEnd()
    {
        await using var bench = await NativeService.CreateAsync();
        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        await using var run = await bench.Deployer.ResumeAsync(new("EcsNative", bench.Service.Reference, result.DeploymentId), cancellationToken: Token);

        (await bench.Clock.DriveAsync(run.Completion)).EnsureSucceeded();
    }

    [Theory]
    [InlineData("arn:aws:ecs:ap-northeast-1:123456789012:service-deployment/web/labo-terraform-admin/AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("d-ABCDEFGHI")]
    public async Task Resume_OfOneThatEcsDoesNotKnow_SaysSo(string id)
    {
        await using var bench = await NativeService.CreateAsync();

        await FluentActions.Awaiting(() => bench.Deployer.ResumeAsync(new("EcsNative", bench.Service.Reference, id), cancellationToken: Token)).Should().ThrowAsync<NoDeploymentInProgressException>();
    }

    [Fact]
    public async Task Attach_NothingRuns_SaysSo()
    {
        await using var bench = await NativeService.CreateAsync();

        await FluentActions.Awaiting(() => bench.Deployer.AttachAsync(bench.Service.Reference, Token)).Should().ThrowAsync<NoDeploymentInProgressException>();
    }

    [Fact]
    public async Task Attach_ADeploymentThatWaitsForTheOneBefore_IsPendingAndThenSucceeds()
    {
        await using var bench = await NativeService.CreateAsync();
        await using var first = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await ((NativeService)bench.Service).UpdateAsync(bench, request => request.ForceNewDeployment = true);

        await using var queued = await bench.Deployer.AttachAsync(bench.Service.Reference, Token);
        var results = await bench.Clock.DriveAsync(Task.WhenAll(first.Completion, queued.Completion));
        var events = await queued.Events.ToListAsync(Token);

        queued.ResumeToken.Should().NotBe(first.ResumeToken);
        results.Select(result => result.Outcome).Should().Equal(DeploymentOutcome.Failed, DeploymentOutcome.Succeeded);
        events[0].Stage.Should().Be(Stage.Pending);
    }

    [Fact]
    public async Task Attach_AQueuedDeploymentThatGivesWay_HasChangedNothing()
    {
        await using var bench = await NativeService.CreateAsync();
        await using var first = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await ((NativeService)bench.Service).UpdateAsync(bench, request => request.ForceNewDeployment = true);
        await using var queued = await bench.Deployer.AttachAsync(bench.Service.Reference, Token);
        await ((NativeService)bench.Service).UpdateAsync(bench, request => request.ForceNewDeployment = true);

        var result = await bench.Clock.DriveAsync(queued.Completion);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("superseded");
        result.Findings.Should().ContainSingle().Which.Code.Should().Be("BG950");
    }
}
