namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Calls of CodeDeploy that start something, or find what was started.</summary>
public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CreateDeployment_ReplyIsLost_DeploysOnce(bool retries)
    {
        // A client that retries repeats the call by itself, and is told that a deployment is running: its own.
        await using var bench = await CodeDeployService.CreateAsync();
        bench.StartProcess(retries: retries);
        bench.Simulator.Faults.On("codedeploy:CreateDeployment").Call(1).LoseReply();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        (await bench.Service.CountAsync(bench)).Should().Be(1);
        (await bench.CountRevisionsAsync()).Should().Be(2);
    }

    [Theory]
    [InlineData("Throttle")]
    [InlineData("Fail")]
    public async Task CreateDeployment_RefusedForAMoment_IsAskedAgain(string fault)
    {
        await using var bench = await CodeDeployService.CreateAsync();
        var first = bench.Simulator.Faults.On("codedeploy:CreateDeployment").Call(1);
        _ = fault == "Fail" ? first.Fail(500) : first.Throttle();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        (await bench.Service.CountAsync(bench)).Should().Be(1);
    }

    [Fact]
    public async Task CreateDeployment_SomebodyElseWasFaster_TakesTheRevisionBackAndNamesTheirs()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        var other = bench.StartProcess().Deployer;
        string? theirs = null;
        bench.Simulator.Faults.On("ecs:RegisterTaskDefinition").Call(1).Slow(TimeSpan.FromSeconds(10));
        bench.Simulator.After(TimeSpan.FromSeconds(5), () => theirs = other.StartAsync(bench.Service.Deploy("v1").Build(), Token).GetAwaiter().GetResult().ResumeToken.DeploymentId);
        bench.StartProcess();

        var deploying = () => bench.RunAsync(bench.Service.Deploy());

        (await deploying.Should().ThrowAsync<DeploymentInProgressException>()).Which.DeploymentId.Should().Be(theirs);
        (bench.Calls("CreateDeployment"), bench.Calls("RegisterTaskDefinition")).Should().Be((2, 3));
        (await bench.CountRevisionsAsync()).Should().Be(2, "the one that was not deployed is taken back");
    }

    [Fact]
    public async Task Description_SaysWhatWhoAndWhichCommit()
    {
        await using var bench = await CodeDeployService.CreateAsync();

        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().StartedBy("alice", "4f2a9c1").Build(), Token);

        var info = (await bench.CodeDeploy.GetDeploymentAsync(new() { DeploymentId = run.ResumeToken.DeploymentId }, Token)).DeploymentInfo;
        info.Description.Should().MatchRegex(@"^labo-terraform-admin:v2, by alice, commit 4f2a9c1 \[bluegreen-ecs [0-9a-f]{12}\]$");
    }

    [Fact]
    public async Task Description_TooLong_IsCutBeforeTheMark()
    {
        await using var bench = await CodeDeployService.CreateAsync();

        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().WithDescription(new string('x', 256)).StartedBy("alice").Build(), Token);

        var info = (await bench.CodeDeploy.GetDeploymentAsync(new() { DeploymentId = run.ResumeToken.DeploymentId }, Token)).DeploymentInfo;
        info.Description.Should().HaveLength(256).And.MatchRegex(@"^x+… \[bluegreen-ecs [0-9a-f]{12}\]$");
    }

    [Fact]
    public void StartedBy_TooLong_IsAProblem()
    {
        var building = () => TestBench.Deploy().StartedBy(new string('x', 65), "a\nb").Build();

        building.Should().Throw<DeploymentValidationException>().Which.Problems.Should().HaveCount(2).And.OnlyContain(problem => problem.Call == "StartedBy(…)");
    }

    [Fact]
    public async Task Attach_RightAfterTheStart_FindsADeploymentWithoutTaskSet()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);

        await using var attached = await bench.StartProcess().Deployer.AttachAsync(bench.Service.Reference, Token);

        attached.ResumeToken.Should().Be(run.ResumeToken);
    }

    [Fact]
    public async Task Attach_WhileARollBackRuns_TellsTheEndOfWhatIsRolledBack()
    {
        await using var bench = await CodeDeployService.CreateAsync(new() { TerminationWait = TimeSpan.FromMinutes(2) });
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        await bench.CodeDeploy.StopDeploymentAsync(new() { DeploymentId = run.ResumeToken.DeploymentId, AutoRollbackEnabled = true }, Token);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        await using var attached = await bench.StartProcess().Deployer.AttachAsync(bench.Service.Reference, Token);
        var result = await bench.Clock.DriveAsync(attached.Completion);

        attached.ResumeToken.Should().Be(run.ResumeToken);
        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
    }

    [Fact]
    public async Task Resume_WithTheDeployment_AsksItsGates()
    {
        await using var bench = await CodeDeployService.CreateAsync(new() { ReadyWait = TimeSpan.FromMinutes(60), TerminationWait = TimeSpan.FromMinutes(2) });
        var deployment = bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue)).Build();
        ResumeToken token;
        await using (var run = await bench.Deployer.StartAsync(deployment, Token))
        {
            token = run.ResumeToken;
        }

        await using var resumed = await bench.StartProcess().Deployer.ResumeAsync(token, deployment, Token);
        var result = await bench.Clock.DriveAsync(resumed.Completion);

        result.EnsureSucceeded();
    }

    [Fact]
    public async Task Resume_WithADeploymentOfAnotherService_IsRefused()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);

        var resuming = () => bench.Deployer.ResumeAsync(run.ResumeToken, bench.Service.Deploy().Build() with { Service = ServiceReference.Parse("web/other") }, Token);

        await resuming.Should().ThrowAsync<ArgumentException>().WithMessage("*web/labo-terraform-admin*web/other*");
    }
}
