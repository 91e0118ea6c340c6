using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Services with the <c>ECS</c> controller and a strategy other than rolling: ECS moves the traffic, this library tells it what to deploy and watches.</summary>
internal sealed class EcsNativeEngine(
    IAmazonECS ecs,
    EcsNativePlanner planner,
    EcsNativeStarter starter,
    ServiceDeploymentReader deployments,
    NativeFailureReader failures,
    FailureExplainer explainer,
    TaskDefinitionRegistry registry,
    TimeProvider clock) : IDeploymentEngine
{
    public const string EngineName = "EcsNative";

    // A deployment that somebody else started has no plan here; it may take as long as ECS allows.
    public static readonly TimeSpan ForeignDeadline = TimeSpan.FromDays(30);

    public string Name => EngineName;

    public string DeploymentController => "ECS";

    public Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken) =>
        planner.PlanAsync(deployment, service, cancellationToken);

    public Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken) => starter.StartAsync(plan, cancellationToken);

    public async Task<StartedDeployment?> FindRunningAsync(LiveService service, CancellationToken cancellationToken) =>
        await deployments.FindOpenAsync(service.Reference, cancellationToken).ConfigureAwait(false) is { } arn
            ? await FindAsync(new(Name, service.Reference.ToString(), arn), cancellationToken).ConfigureAwait(false)
            : null;

    public async Task<(Deployment Deployment, string TaskDefinitionArn)?> FindLastGoodAsync(LiveService service, CancellationToken cancellationToken)
    {
        await foreach (var deployed in deployments.SucceededAsync(service.Reference, cancellationToken).ConfigureAwait(false))
        {
            if (deployed != service.TaskDefinitionArn)
            {
                var definition = await registry.ReadAsync(deployed, cancellationToken).ConfigureAwait(false);
                return (new() { Service = service.Reference, TaskDefinition = definition }, deployed);
            }
        }

        return null;
    }

    public async Task<StartedDeployment?> FindAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        if (await deployments.FindAsync(token.DeploymentId, cancellationToken).ConfigureAwait(false) is not { TargetServiceRevision.Arn: { } target })
        {
            return null;
        }

        var revision = await deployments.FindRevisionAsync(target, cancellationToken).ConfigureAwait(false);
        return new() { Token = token, TaskDefinitionArn = revision?.TaskDefinition ?? target, Deadline = ForeignDeadline };
    }

    public async Task<Observation> ObserveAsync(StartedDeployment deployment, CancellationToken cancellationToken)
    {
        var seen = await LookAsync(deployment, cancellationToken).ConfigureAwait(false);
        if (GateHooks.IsBeforeTheFirstStep(seen) && GateHooks.Waiting(seen) is { } hook)
        {
            await ContinueAsync(deployment, hook, cancellationToken).ConfigureAwait(false);
        }

        return EcsNativeObservation.From(seen);
    }

    public async Task<FailureDiagnosis> ExplainAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken) =>
        await explainer.ExplainAsync(await failures.ReadAsync(deployment, isStoppedHere, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public Task<StartedDeployment?> FindFailedAsync(LiveService service, CancellationToken cancellationToken) => failures.FindAsync(service.Reference, cancellationToken);

    // arn:aws:ecs:eu-west-1:123456789012:service-deployment/cluster/service/id
    public async Task<StartedDeployment?> FindFailedAsync(string deploymentId, CancellationToken cancellationToken) =>
        deploymentId.Split(':', 6) is ["arn", _, "ecs", _, _, var resource] && resource.Split('/') is ["service-deployment", var cluster, var name, _] && ServiceReference.TryParse($"{cluster}/{name}") is { } service
            ? await failures.FindAsync(deploymentId, service, cancellationToken).ConfigureAwait(false)
            : null;

    public Task ContinueAsync(StartedDeployment deployment, Observation waiting, CancellationToken cancellationToken) =>
        waiting.Wait is { } hook ? ContinueAsync(deployment, hook, cancellationToken) : Task.CompletedTask;

    public async Task StopAsync(StartedDeployment deployment, bool rollBack, CancellationToken cancellationToken)
    {
        var request = new StopServiceDeploymentRequest
        {
            ServiceDeploymentArn = deployment.Token.DeploymentId,
            StopType = rollBack ? StopServiceDeploymentStopType.ROLLBACK : StopServiceDeploymentStopType.ABORT,
        };
        try
        {
            await RepeatAsync(() => AwsCalls.CallAsync("ecs:StopServiceDeployment", ecs.StopServiceDeploymentAsync(request, cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is ConflictException)
        {
            // It has ended; the next observation says how.
        }
    }

    private async Task ContinueAsync(StartedDeployment deployment, string hook, CancellationToken cancellationToken)
    {
        var request = new ContinueServiceDeploymentRequest { ServiceDeploymentArn = deployment.Token.DeploymentId, HookId = hook, Action = DeploymentLifecycleHookAction.CONTINUE };
        try
        {
            await RepeatAsync(() => AwsCalls.CallAsync("ecs:ContinueServiceDeployment", ecs.ContinueServiceDeploymentAsync(request, cancellationToken)), cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is InvalidParameterException or ClientException or ConflictException)
        {
            // ECS has no error for a hook that waits no more: somebody else continued or stopped it, its time ran out, or the answer to an earlier call was lost.
            var now = await LookAsync(deployment, cancellationToken).ConfigureAwait(false);
            if (GateHooks.Waiting(now) == hook)
            {
                throw;
            }
        }
    }

    // ECS may show a deployment in its list before it describes it; that is a look that failed, and the next one may not.
    private async Task<ServiceDeployment> LookAsync(StartedDeployment deployment, CancellationToken cancellationToken) =>
        await deployments.LookAsync(deployment.Token.DeploymentId, cancellationToken).ConfigureAwait(false)
            ?? throw new AwsCallException("ecs:DescribeServiceDeployments", "MISSING", requestId: null, new NoDeploymentInProgressException(deployment.Token.ToString()));

    private Task<T> RepeatAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => PatientCalls.RepeatAsync(call, clock, cancellationToken);
}
