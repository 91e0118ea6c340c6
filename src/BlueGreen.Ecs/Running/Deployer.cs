using BlueGreen.Ecs.Planning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Running;

/// <summary>Finds the service, picks the engine by its deployment controller, and watches what the engine starts.</summary>
internal sealed partial class Deployer(
    ServiceFinder services,
    IEnumerable<IDeploymentEngine> engines,
    IOptions<DeployerOptions> options,
    TimeProvider clock,
    ILogger<Deployer>? logger = null) : IDeployer
{
    private readonly ILogger _logger = logger ?? NullLogger<Deployer>.Instance;

    public async Task<DeploymentPlan> PlanAsync(Deployment deployment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var service = await services.FindAsync(deployment.Service, cancellationToken).ConfigureAwait(false);
        return await EngineFor(service).PlanAsync(deployment, service, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DeploymentRun> StartAsync(Deployment deployment, CancellationToken cancellationToken = default) =>
        await StartAsync(deployment, progress: null, cancellationToken).ConfigureAwait(false);

    public async Task<DeploymentResult> DeployAsync(Deployment deployment, IProgress<DeploymentEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        var run = await StartAsync(deployment, progress, cancellationToken).ConfigureAwait(false);
        await using (run.ConfigureAwait(false))
        {
            try
            {
                return await run.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                var result = await CancelAsync(run, deployment.OnCancel).ConfigureAwait(false);
                throw new DeploymentCanceledException(deployment.OnCancel, run.ResumeToken, result, cancellationToken);
            }
        }
    }

    public async Task<DeploymentRun> AttachAsync(string service, CancellationToken cancellationToken = default)
    {
        var reference = ServiceReference.Parse(service);
        var live = await services.FindAsync(reference, cancellationToken).ConfigureAwait(false);
        var engine = EngineFor(live);
        var started = await engine.FindRunningAsync(live, cancellationToken).ConfigureAwait(false);
        return Watch(engine, started ?? throw new NoDeploymentInProgressException(reference.ToString()), plan: null);
    }

    public async Task<DeploymentRun> ResumeAsync(ResumeToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var engine = engines.FirstOrDefault(candidate => candidate.Name == token.Engine)
            ?? throw new ArgumentException($"There is no engine called {token.Engine}; allowed is {string.Join(" or ", engines.Select(known => known.Name))}.", nameof(token));
        var started = await engine.FindAsync(token, cancellationToken).ConfigureAwait(false);
        return Watch(engine, started ?? throw new NoDeploymentInProgressException(token.ToString()), plan: null);
    }

    private async Task<WatchedRun> StartAsync(Deployment deployment, IProgress<DeploymentEvent>? progress, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(deployment, cancellationToken).ConfigureAwait(false);
        if (!plan.CanStart)
        {
            throw new PreflightException(plan);
        }

        var engine = engines.First(candidate => candidate.Name == plan.Engine);
        return Watch(engine, await engine.StartAsync(plan, cancellationToken).ConfigureAwait(false), plan, progress);
    }

    private WatchedRun Watch(IDeploymentEngine engine, StartedDeployment started, DeploymentPlan? plan, IProgress<DeploymentEvent>? progress = null) =>
        new(engine, started, plan, options.Value, clock, _logger, progress);

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
        [LoggerMessage(Telemetry.EventIds.Canceling, LogLevel.Warning, "Deployment {DeploymentId} is cancelled: {Policy}")]
        public static partial void Canceling(ILogger logger, string deploymentId, CancelPolicy policy);
    }
}
