using BlueGreen.Ecs.Guards;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight;
using BlueGreen.Ecs.Preflight.Survey;
using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Running;

/// <summary>Finds the service, picks the engine by its deployment controller, and watches what the engine starts.</summary>
internal sealed partial class Deployer(
    ServiceFinder services,
    TaskDefinitionRegistry registry,
    IEnumerable<IDeploymentEngine> engines,
    ScalingGuard scaling,
    Surveyor surveyor,
    IEnumerable<IDocumentRule> rules,
    IOptions<DeployerOptions> options,
    Rhythm rhythm,
    TimeProvider clock,
    ILogger<Deployer>? logger = null,
    IServiceProvider? provider = null) : IDeployer
{
    private readonly ILogger _logger = logger ?? NullLogger<Deployer>.Instance;

    public async Task<DeploymentPlan> PlanAsync(Deployment deployment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var caller = options.Value.ChecksSurroundings ? surveyor.CallerAsync(cancellationToken) : null;
        var service = await services.FindAsync(deployment.Service, cancellationToken).ConfigureAwait(false);
        var engine = EngineFor(service);
        return await PlanAsync(engine, deployment, service, caller, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DeploymentRun> StartAsync(Deployment deployment, CancellationToken cancellationToken = default) =>
        await StartAsync(deployment, progress: null, cancellationToken).ConfigureAwait(false);

    public async Task<DeploymentResult> DeployAsync(Deployment deployment, IProgress<DeploymentEvent>? progress = null, CancellationToken cancellationToken = default) =>
        await WatchToTheEndAsync(await StartAsync(deployment, progress, cancellationToken).ConfigureAwait(false), deployment.OnCancel, cancellationToken).ConfigureAwait(false);

    public async Task<DeploymentResult> ExecuteAsync(DeploymentPlan plan, IProgress<DeploymentEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return await WatchToTheEndAsync(await StartAsync(plan, progress, cancellationToken).ConfigureAwait(false), plan.Deployment.OnCancel, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DeploymentPlan> PlanRollBackAsync(string service, CancellationToken cancellationToken = default)
    {
        var live = await services.FindAsync(ServiceReference.Parse(service), cancellationToken).ConfigureAwait(false);
        var engine = EngineFor(live);
        var (deployment, arn) = await engine.FindLastGoodAsync(live, cancellationToken).ConfigureAwait(false)
            ?? throw new NoEarlierVersionException(live.Reference, live.TaskDefinitionArn);
        var plan = WayBack.Unheld(await PlanAsync(engine, deployment, live, cancellationToken).ConfigureAwait(false));

        // A revision that was deregistered cannot be deployed; what it held is registered anew.
        return await registry.IsActiveAsync(arn, cancellationToken).ConfigureAwait(false) ? plan with { EqualRevisionArn = arn } : plan;
    }

    public async Task<DeploymentRun> AttachAsync(string service, CancellationToken cancellationToken = default)
    {
        var reference = ServiceReference.Parse(service);
        var live = await services.FindAsync(reference, cancellationToken).ConfigureAwait(false);
        var engine = EngineFor(live);
        var started = await engine.FindRunningAsync(live, cancellationToken).ConfigureAwait(false);
        if (started is not null)
        {
            return Watch(engine, started, plan: null, atEnd: await AtEndAsync(engine, live, started.Token, cancellationToken).ConfigureAwait(false));
        }

        await scaling.RestoreAsync(engine, live, []).ConfigureAwait(false); // What a process that was killed has left suspended.
        throw new NoDeploymentInProgressException(reference.ToString());
    }

    public async Task<DeploymentRun> ResumeAsync(ResumeToken token, Deployment? deployment = null, CancellationToken cancellationToken = default)
    {
        var (engine, started) = await FindAsync(token, cancellationToken).ConfigureAwait(false);
        if (deployment is null)
        {
            return Watch(engine, started, plan: null, atEnd: await AtEndAsync(engine, Known(engine, started), started.Token, cancellationToken).ConfigureAwait(false));
        }

        var service = await services.FindAsync(ServiceReference.Parse(token.Service), cancellationToken).ConfigureAwait(false);
        if (deployment.Service.Name != service.Reference.Name || deployment.Service.Cluster != service.Reference.Cluster)
        {
            throw new ArgumentException($"The token is of {token.Service}, the deployment of {deployment.Service}. Allowed is the deployment that was started.", nameof(deployment));
        }

        var plan = await PlanAsync(engine, deployment, service, cancellationToken).ConfigureAwait(false);
        return Watch(engine, started with { Deadline = plan.Deadline }, plan, atEnd: AtEnd(engine, plan, started.Token));
    }

    private Task<DeploymentPlan> PlanAsync(IDeploymentEngine engine, Deployment deployment, LiveService service, CancellationToken cancellationToken) =>
        PlanAsync(engine, deployment, service, caller: null, cancellationToken);

    // Who deploys is asked where the plan looks around.
    private async Task<DeploymentPlan> PlanAsync(IDeploymentEngine engine, Deployment deployment, LiveService service, Task<Read<string>>? caller, CancellationToken cancellationToken)
    {
        var plan = await engine.PlanAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        var around = caller is null ? null : surveyor.SurveyAsync(plan, caller, cancellationToken);
        plan = await scaling.AddToAsync(plan, cancellationToken).ConfigureAwait(false);
        return Suppressions.Apply(around is null ? plan : plan with { Findings = [.. plan.Findings, .. await around.ConfigureAwait(false)] });
    }

    private async Task<(IDeploymentEngine Engine, StartedDeployment Started)> FindAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var engine = engines.FirstOrDefault(candidate => candidate.Name == token.Engine)
            ?? throw new ArgumentException($"There is no engine called {token.Engine}; allowed is {string.Join(" or ", engines.Select(known => known.Name))}.", nameof(token));
        return (engine, await engine.FindAsync(token, cancellationToken).ConfigureAwait(false) ?? throw new NoDeploymentInProgressException(token.ToString()));
    }

    private async Task<WatchedRun> StartAsync(Deployment deployment, IProgress<DeploymentEvent>? progress, CancellationToken cancellationToken) =>
        await StartAsync(await PlanAsync(deployment, cancellationToken).ConfigureAwait(false), progress, cancellationToken).ConfigureAwait(false);

    internal async Task<WatchedRun> StartAsync(DeploymentPlan plan, IProgress<DeploymentEvent>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var engine = engines.First(candidate => candidate.Name == plan.Engine);
            try
            {
                await ThrowUnlessMayStartAsync(engine, plan, cancellationToken).ConfigureAwait(false);
                var (started, atEnd) = await scaling.StartAsync(engine, plan, cancellationToken).ConfigureAwait(false);
                return Watch(engine, started, plan, progress, atEnd);
            }
            catch (DeploymentInProgressException other) when (plan.Deployment.WhenRunning != ConcurrencyPolicy.Fail)
            {
                Log.AnotherRuns(_logger, plan.Service.Reference, other.DeploymentId, plan.Deployment.WhenRunning);
                if (await GiveWayAsync(engine, plan, other.DeploymentId, progress, cancellationToken).ConfigureAwait(false) is { } attached)
                {
                    return attached;
                }
            }

            // What the plan rested on has changed.
            plan = await PlanAsync(plan.Deployment, cancellationToken).ConfigureAwait(false);
        }
    }

    // While another deployment moves the traffic, a plan finds much that is not as it should be; whoever gives way to it plans anew when it has ended.
    private static async Task ThrowUnlessMayStartAsync(IDeploymentEngine engine, DeploymentPlan plan, CancellationToken cancellationToken)
    {
        if (plan.CanStart)
        {
            return;
        }

        if (plan.Deployment.WhenRunning != ConcurrencyPolicy.Fail && await engine.FindRunningAsync(plan.Service, cancellationToken).ConfigureAwait(false) is { } running)
        {
            throw new DeploymentInProgressException(plan.Service.Reference, running.Token.DeploymentId);
        }

        throw new PreflightException(plan);
    }

    /// <returns>The other deployment, where that is to be watched; otherwise <see langword="null"/> once it has ended.</returns>
    private async Task<WatchedRun?> GiveWayAsync(IDeploymentEngine engine, DeploymentPlan plan, string id, IProgress<DeploymentEvent>? progress, CancellationToken cancellationToken)
    {
        var found = await engine.FindAsync(new(engine.Name, plan.Service.Reference.ToString(), id), cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        if (plan.Deployment.WhenRunning == ConcurrencyPolicy.Attach)
        {
            // The same version once more, as when a job is run again after its process was lost: what the plan asks for holds, its gates too.
            return found.TaskDefinitionArn == plan.EqualRevisionArn
                ? Watch(engine, found with { Deadline = plan.Deadline }, plan, progress, AtEnd(engine, plan, found.Token))
                : Watch(engine, found, plan: null, progress, AtEnd(engine, plan, found.Token));
        }

        if (plan.Deployment.WhenRunning == ConcurrencyPolicy.Supersede)
        {
            var isDone = (await engine.ObserveAsync(found, cancellationToken).ConfigureAwait(false)).Stage == Stage.Bake;
            await (isDone ? engine.EndBakeAsync(found, cancellationToken) : engine.StopAsync(found, rollBack: true, cancellationToken)).ConfigureAwait(false);
        }

        var other = Watch(engine, found, plan: null);
        await using (other.ConfigureAwait(false))
        {
            await other.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<DeploymentResult> WatchToTheEndAsync(WatchedRun run, CancelPolicy onCancel, CancellationToken cancellationToken)
    {
        await using (run.ConfigureAwait(false))
        {
            try
            {
                return await run.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // A deployment that somebody else started is only watched, and goes on.
                var policy = run.Plan is null ? CancelPolicy.Leave : onCancel;
                var result = await CancelAsync(run, policy).ConfigureAwait(false);
                throw new DeploymentCanceledException(policy, run.ResumeToken, result, cancellationToken);
            }
        }
    }

    private WatchedRun Watch(IDeploymentEngine engine, StartedDeployment started, DeploymentPlan? plan, IProgress<DeploymentEvent>? progress = null, Func<Task<Finding?>>? atEnd = null) =>
        new(engine, started, plan, options.Value, rhythm, clock, _logger, progress, provider, atEnd);

    // Whoever watches a deployment to its end restores what was suspended for it, by whatever process.
    private async Task<Func<Task<Finding?>>?> AtEndAsync(IDeploymentEngine engine, LiveService service, ResumeToken token, CancellationToken cancellationToken) =>
        await scaling.IsHeldAsync(service.Reference, cancellationToken).ConfigureAwait(false) ? scaling.AtEndOf(engine, service, token) : null;

    private Func<Task<Finding?>>? AtEnd(IDeploymentEngine engine, DeploymentPlan plan, ResumeToken token) =>
        plan.Deployment.SuspendScaling || plan.Scaling?.Former is not null ? scaling.AtEndOf(engine, plan.Service, token) : null;

    private static LiveService Known(IDeploymentEngine engine, StartedDeployment started) => new()
    {
        Reference = ServiceReference.Parse(started.Token.Service),
        Arn = string.Empty,
        DeploymentController = engine.DeploymentController,
        TaskDefinitionArn = started.TaskDefinitionArn,
    };

    private IDeploymentEngine EngineFor(LiveService service) =>
        engines.FirstOrDefault(engine => engine.DeploymentController == service.DeploymentController)
            ?? throw new WrongDeploymentControllerException(service, engines.Select(engine => engine.DeploymentController).ToEquatableArray());

    private async Task<DeploymentResult?> CancelAsync(DeploymentRun run, CancelPolicy policy)
    {
        Log.Canceling(_logger, run.ResumeToken.DeploymentId, policy);
        if (policy == CancelPolicy.Leave)
        {
            return null;
        }

        await run.StopAsync(rollBack: policy == CancelPolicy.StopAndRollBack, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await run.Completion.WaitAsync(options.Value.CancelBudget, clock, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Telemetry.EventIds.AnotherRuns, LogLevel.Information, "{Service}: deployment {DeploymentId} is running: {Policy}")]
        public static partial void AnotherRuns(ILogger logger, ServiceReference service, string deploymentId, ConcurrencyPolicy policy);

        [LoggerMessage(Telemetry.EventIds.Canceling, LogLevel.Warning, "Deployment {DeploymentId} is cancelled: {Policy}")]
        public static partial void Canceling(ILogger logger, string deploymentId, CancelPolicy policy);
    }
}
