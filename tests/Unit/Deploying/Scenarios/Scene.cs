using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>A scenario that is being played with an engine.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string Alarm = "5xx-high";
    public const string Container = "labo-terraform-admin";

    private readonly List<Ending> _endings = [];
    private readonly Scenario _scenario;

    private Scene(Scenario scenario, Engine engine, EngineBench bench) => (_scenario, Engine, Bench) = (scenario, engine, bench);

    public Engine Engine { get; }

    public EngineBench Bench { get; }

    public IServiceUnderTest Service => Bench.Service;

    public ServiceReference Reference => ServiceReference.Parse(Service.Reference);

    public AwsSimulator Simulator => Bench.Simulator;

    public SimulatorClock Clock => Bench.Clock;

    public IDeployer Deployer => Bench.Deployer;

    /// <summary>The runs that have ended, in their order.</summary>
    public IReadOnlyList<Ending> Endings => _endings;

    /// <summary>What a scenario wants to remember, such as which gates were asked.</summary>
    public List<string> Notes { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Scene> CreateAsync(Scenario scenario, Engine engine)
    {
        var scene = new Scene(scenario, engine, await scenario.Service.CreateAsync(engine));
        scene.SetAlarm("OK");
        scene.Image("v3").RespondsIn(TimeSpan.Zero); // An image that is spoken of is there.
        scenario.World(scene);
        scene.Bench.StartTraffic(scenario.RequestsPerSecond);
        return scene;
    }

    /// <summary>A version's image, whose behaviour can be changed.</summary>
    public ImageBehavior Image(string tag = "v2") => Simulator.Images[Service.Image + tag];

    public void SetAlarm(string state) => Simulator.SetAlarmState(Alarm, state, region: Service.Region);

    public DeploymentBuilder Deploy(string tag = "v2") => Service.Deploy(tag).Bake(_scenario.Service.Bake);

    /// <summary>The deployment of a change to the task definition that runs.</summary>
    public DeploymentBuilder DeployChange(Func<TaskDefinition, TaskDefinition> change) =>
        Deployment.For(Service.Reference).WithTaskDef(change).Shift(TrafficShift.Canary10Percent5Minutes).Bake(_scenario.Service.Bake);

    /// <summary>Plans, starts and watches.</summary>
    public Task<DeploymentResult> RunAsync(DeploymentBuilder? deployment = null)
    {
        var wanted = (deployment ?? _scenario.Deployment(this)).Build();
        return WatchAsync(wanted.Shift, progress => Deployer.DeployAsync(wanted, progress, Token));
    }

    public Task<DeploymentResult> ExecuteAsync(DeploymentPlan plan) => WatchAsync(plan.Deployment.Shift, progress => Deployer.ExecuteAsync(plan, progress, Token));

    /// <summary>Starts a deployment, which is watched until the scene ends.</summary>
    public Task<DeploymentRun> StartAsync(DeploymentBuilder? deployment = null) => Deployer.StartAsync((deployment ?? _scenario.Deployment(this)).Build(), Token);

    /// <summary>Watches a run to its end.</summary>
    public async Task<DeploymentResult> EndOfAsync(DeploymentRun run)
    {
        var result = await Clock.DriveAsync(run.Completion);
        _endings.Add(new(result, [], Shift: null));
        return result;
    }

    /// <summary>A run that began before those that were told of has ended, too.</summary>
    public async Task<DeploymentResult> EndedBeforeAsync(DeploymentRun run)
    {
        var result = await Clock.DriveAsync(run.Completion);
        _endings.Insert(0, new(result, [], Shift: null));
        return result;
    }

    /// <summary>Plans, starts, watches, and cancels as soon as something is told of the deployment.</summary>
    public async Task<DeploymentCanceledException> CancelAsync(Predicate<DeploymentEvent> when, DeploymentBuilder? deployment = null)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var wanted = (deployment ?? _scenario.Deployment(this)).Build();
        var progress = new EventRecorder(happened =>
        {
            if (when(happened))
            {
                cancellation.Cancel();
            }
        });
        var driving = () => Clock.DriveAsync(Deployer.DeployAsync(wanted, progress, cancellation.Token));
        var canceled = (await driving.Should().ThrowAsync<DeploymentCanceledException>()).Which;
        if (canceled.Result is { } result)
        {
            _endings.Add(new(result, progress.Events, wanted.Shift));
        }

        return canceled;
    }

    /// <summary>Lets time pass until a run tells something.</summary>
    public Task UntilAsync(DeploymentRun run, Predicate<DeploymentEvent> when)
    {
        return Clock.DriveAsync(FindAsync());

        async Task FindAsync()
        {
            await foreach (var happened in run.Events.WithCancellation(Token))
            {
                if (when(happened))
                {
                    return;
                }
            }

            throw new InvalidOperationException("The run has ended before.");
        }
    }

    public Task PassAsync(TimeSpan time) => Clock.DriveAsync(Task.Delay(time, Clock, Token));

    public ValueTask DisposeAsync() => Bench.DisposeAsync();

    private async Task<DeploymentResult> WatchAsync(TrafficShift shift, Func<IProgress<DeploymentEvent>, Task<DeploymentResult>> deploy)
    {
        var isDone = false;
        var progress = new EventRecorder(happened =>
        {
            if (!isDone && _scenario.Meanwhile is { } meanwhile && meanwhile.When(happened))
            {
                isDone = true;
                Simulator.After(TimeSpan.Zero, () => meanwhile.What(this).GetAwaiter().GetResult());
            }
        });
        var result = await Clock.DriveAsync(deploy(progress));
        _endings.Add(new(result, progress.Events, shift));
        return result;
    }
}
