using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Guards;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight.Survey;
using BlueGreen.Ecs.Running;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Running;

public sealed class DeployerTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();
    private readonly ServiceProvider _aws = new ServiceCollection().AddSimulatedAws().AddBlueGreenEcs().BuildServiceProvider();
    private readonly IAmazonECS _ecs = Substitute.For<IAmazonECS>();
    private readonly IDeploymentEngine _engine = Substitute.For<IDeploymentEngine>();

    public DeployerTests()
    {
        _engine.Name.Returns("Fake");
        _engine.DeploymentController.Returns("CODE_DEPLOY");
        _engine.PlanAsync(Arg.Any<Deployment>(), Arg.Any<LiveService>(), Arg.Any<CancellationToken>()).Returns(Runs.Plan());
        _engine.StartAsync(Arg.Any<DeploymentPlan>(), Arg.Any<CancellationToken>()).Returns(Runs.Started);
        Controller("CODE_DEPLOY");
    }

    private static Deployment Wanted { get; } = new() { Service = ServiceReference.Parse("web/shop") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _ecs.Dispose();
        await _aws.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Deploy_ToTheEnd_ReportsTheEventsAndGivesTheResult()
    {
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(Runs.Moving, Runs.Done);
        var progress = new List<string>();

        var result = await _simulator.Clock.DriveAsync(NewDeployer().DeployAsync(Wanted, new Collector(progress), Token));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        progress.Should().Equal("the new version starts", "deployed");
    }

    [Fact]
    public async Task Start_PlanWithErrors_StartsNothing()
    {
        var plan = Runs.Plan() with { Findings = [new("BG401", FindingSeverity.Error, "s", "m", "f")] };
        _engine.PlanAsync(Arg.Any<Deployment>(), Arg.Any<LiveService>(), Arg.Any<CancellationToken>()).Returns(plan);

        (await FluentActions.Awaiting(() => NewDeployer().StartAsync(Wanted, Token)).Should().ThrowAsync<PreflightException>()).Which.Plan.Should().Be(plan);

        await _engine.DidNotReceive().StartAsync(Arg.Any<DeploymentPlan>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Plan_ControllerThatNoEngineServes_NamesFoundAndServed()
    {
        Controller("EXTERNAL");

        await FluentActions.Awaiting(() => NewDeployer().PlanAsync(Wanted, Token)).Should().ThrowAsync<WrongDeploymentControllerException>().WithMessage("*EXTERNAL*allowed is CODE_DEPLOY*");
    }

    [Theory]
    [InlineData(CancelPolicy.StopAndRollBack, true)]
    [InlineData(CancelPolicy.Stop, false)]
    public async Task Deploy_Cancelled_StopsAsThePolicySaysAndTellsTheEnd(CancelPolicy policy, bool rollBack)
    {
        using var source = new CancellationTokenSource();
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(Runs.Moving);
        _engine.StopAsync(Runs.Started, rollBack, Arg.Any<CancellationToken>()).Returns(Task.CompletedTask)
            .AndDoes(_ => _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(Runs.RolledBack));
        var cancelOnFirstEvent = new Collector([], source.Cancel);

        var exception = (await FluentActions.Awaiting(() => _simulator.Clock.DriveAsync(NewDeployer().DeployAsync(Wanted with { OnCancel = policy }, cancelOnFirstEvent, source.Token)))
            .Should().ThrowAsync<DeploymentCanceledException>()).Which;

        (exception.Policy, exception.Result!.Outcome, exception.CancellationToken).Should().Be((policy, DeploymentOutcome.RolledBack, source.Token));
        await _engine.Received(1).StopAsync(Runs.Started, rollBack, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Deploy_CancelledWithLeave_StopsNothing()
    {
        using var source = new CancellationTokenSource();
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(Runs.Moving);

        var exception = (await FluentActions.Awaiting(() => _simulator.Clock.DriveAsync(NewDeployer().DeployAsync(Wanted with { OnCancel = CancelPolicy.Leave }, new Collector([], source.Cancel), source.Token)))
            .Should().ThrowAsync<DeploymentCanceledException>()).Which;

        exception.Result.Should().BeNull();
        exception.ResumeToken.Should().Be(Runs.Started.Token);
        await _engine.DidNotReceive().StopAsync(Runs.Started, Arg.Any<bool>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Attach_NothingRunning_SaysSo() =>
        await FluentActions.Awaiting(() => NewDeployer().AttachAsync("web/shop", Token)).Should().ThrowAsync<NoDeploymentInProgressException>().WithMessage("web/shop*");

    [Fact]
    public async Task Attach_NoService_IsAnArgumentException() =>
        await FluentActions.Awaiting(() => NewDeployer().AttachAsync("shop", Token)).Should().ThrowAsync<ArgumentException>().WithMessage("*'shop'*cluster/service*");

    [Fact]
    public async Task Resume_AKnownDeployment_IsWatchedWithoutAPlan()
    {
        _engine.FindAsync(Runs.Started.Token, Arg.Any<CancellationToken>()).Returns(Runs.Started);
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(Runs.Done);

        await using var run = await NewDeployer().ResumeAsync(ResumeToken.Parse(Runs.Started.Token.ToString()), cancellationToken: Token);

        run.Plan.Should().BeNull();
        (await _simulator.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public async Task Resume_AnUnknownEngine_NamesTheKnownOnes() =>
        await FluentActions.Awaiting(() => NewDeployer().ResumeAsync(new("Other", "web/shop", "d-1"), cancellationToken: Token)).Should().ThrowAsync<ArgumentException>().WithMessage("*Other*allowed is Fake*");

    private void Controller(string type) => _ecs.DescribeServicesAsync(Arg.Any<DescribeServicesRequest>(), Arg.Any<CancellationToken>()).Returns(new DescribeServicesResponse
    {
        Services = [new() { ServiceArn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop", Status = "ACTIVE", DeploymentController = new() { Type = type }, TaskDefinition = "web:1" }],
    });

    private Deployer NewDeployer() => new(new ServiceFinder(_ecs), new TaskDefinitionRegistry(_ecs), [_engine], NoScaling(), _aws.GetRequiredService<Surveyor>(), [], Options.Create(new DeployerOptions { ChecksSurroundings = false }), Rhythm.Begin(TimeSpan.FromSeconds(1), _simulator.Clock), _simulator.Clock);

    private ScalingGuard NoScaling()
    {
        var client = Substitute.For<IAmazonApplicationAutoScaling>();
        client.DescribeScalableTargetsAsync(Arg.Any<DescribeScalableTargetsRequest>(), Arg.Any<CancellationToken>()).Returns(new DescribeScalableTargetsResponse());
        return new(new ScalingTargets(new(new ServiceCollection().AddSingleton(client).BuildServiceProvider(), _ecs)), _simulator.Clock);
    }

    private sealed class Collector(List<string> messages, Action? onEvent = null) : IProgress<DeploymentEvent>
    {
        public void Report(DeploymentEvent value)
        {
            messages.Add(value.Message);
            onEvent?.Invoke();
        }
    }
}
