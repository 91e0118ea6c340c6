using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Services with the <c>CODE_DEPLOY</c> controller: CodeDeploy moves the traffic, this library tells it what to deploy and watches.</summary>
internal sealed class CodeDeployEngine(
    IAmazonCodeDeploy codeDeploy,
    CodeDeployPlanner planner,
    CodeDeployStarter starter,
    CodeDeployObserver observer,
    FactsReader reader,
    DeploymentSeeker seeker,
    ServiceFinder services,
    CodeDeployFailureReader failures,
    FailedDeploymentFinder failed,
    FailureExplainer explainer,
    LastGoodFinder lastGood,
    RevisionReader revisions,
    TimeProvider clock) : IDeploymentEngine
{
    public const string EngineName = "CodeDeploy";

    // A deployment that somebody else started has no plan here; it may take as long as CodeDeploy allows.
    public static readonly TimeSpan ForeignDeadline = TimeSpan.FromDays(7);

    private readonly SeenEnds _ends = new(clock);

    public string Name => EngineName;

    public string DeploymentController => "CODE_DEPLOY";

    public Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken) =>
        planner.PlanAsync(deployment, service, cancellationToken);

    public Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken) =>
        starter.StartAsync(plan, cancellationToken);

    public async Task<StartedDeployment?> FindRunningAsync(LiveService service, CancellationToken cancellationToken)
    {
        // CodeDeploy writes the deployment's id on the task set that it creates.
        var found = await services.FindRawAsync(service.Reference, cancellationToken).ConfigureAwait(false);
        foreach (var id in (found.TaskSets ?? []).OrderByDescending(set => set.CreatedAt).Select(set => set.ExternalId).Where(id => !string.IsNullOrEmpty(id)))
        {
            var info = await observer.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (info is not null && !DeploymentStatusText.IsFinal(info.Status.Value))
            {
                return await StartedAsync(new(Name, service.Reference.ToString(), id), info, found, cancellationToken).ConfigureAwait(false);
            }
        }

        // One that has just begun has no task set yet.
        var target = await seeker.FindTargetAsync(service.Reference, found, cancellationToken).ConfigureAwait(false);
        var young = await reader.FindRunningAsync(target, cancellationToken).ConfigureAwait(false);
        return young is null ? null : await FindAsync(new(Name, service.Reference.ToString(), young), cancellationToken).ConfigureAwait(false);
    }

    public async Task<StartedDeployment?> FindAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        var info = await observer.FindAsync(token.DeploymentId, cancellationToken).ConfigureAwait(false);
        return info is null
            ? null
            : await StartedAsync(token, info, await services.FindRawAsync(ServiceReference.Parse(token.Service), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    public async Task<Observation> ObserveAsync(StartedDeployment deployment, CancellationToken cancellationToken)
    {
        var seen = await observer.LookAsync(deployment.Token, cancellationToken).ConfigureAwait(false);
        return CodeDeployObservation.From(seen, _ends.Now(seen.Info));
    }

    public async Task<FailureDiagnosis> ExplainAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken) =>
        await explainer.ExplainAsync(await failures.ReadAsync(deployment, isStoppedHere, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public Task<StartedDeployment?> FindFailedAsync(LiveService service, CancellationToken cancellationToken) => failed.FindAsync(service.Reference, cancellationToken);

    public async Task<StartedDeployment?> FindFailedAsync(string deploymentId, CancellationToken cancellationToken) =>
        deploymentId.StartsWith("d-", StringComparison.Ordinal) ? await failed.FindAsync(deploymentId, cancellationToken).ConfigureAwait(false) : null;

    public async Task ContinueAsync(StartedDeployment deployment, Observation waiting, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ContinueDeploymentRequest { DeploymentId = deployment.Token.DeploymentId, DeploymentWaitType = DeploymentWaitType.READY_WAIT };
            await AwsCalls.CallAsync("codedeploy:ContinueDeployment", codeDeploy.ContinueDeploymentAsync(request, cancellationToken)).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentIsNotInReadyStateException or DeploymentAlreadyCompletedException)
        {
            // It waits no more: somebody else continued or stopped it, or its wait ran out. The next observation says which.
        }
    }

    public async Task EndBakeAsync(StartedDeployment deployment, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ContinueDeploymentRequest { DeploymentId = deployment.Token.DeploymentId, DeploymentWaitType = DeploymentWaitType.TERMINATION_WAIT };
            await AwsCalls.CallAsync("codedeploy:ContinueDeployment", codeDeploy.ContinueDeploymentAsync(request, cancellationToken)).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentAlreadyCompletedException or InvalidDeploymentStatusException or DeploymentIsNotInReadyStateException)
        {
            // It keeps the old version no more, or not yet.
        }
    }

    public Task<(Deployment Deployment, string TaskDefinitionArn)?> FindLastGoodAsync(LiveService service, CancellationToken cancellationToken) =>
        lastGood.FindAsync(service, cancellationToken);

    public async Task StopAsync(StartedDeployment deployment, bool rollBack, CancellationToken cancellationToken)
    {
        try
        {
            var request = new StopDeploymentRequest { DeploymentId = deployment.Token.DeploymentId, AutoRollbackEnabled = rollBack };
            await AwsCalls.CallAsync("codedeploy:StopDeployment", codeDeploy.StopDeploymentAsync(request, cancellationToken)).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentAlreadyCompletedException)
        {
            // It has ended; the next observation says how.
        }
    }

    private async Task<StartedDeployment> StartedAsync(ResumeToken token, DeploymentInfo info, Service service, CancellationToken cancellationToken)
    {
        // A rollback is a deployment of its own; its success is the end of the one that it rolls back.
        if (info.RollbackInfo?.RollbackTriggeringDeploymentId is { Length: > 0 } id && await observer.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } rolledBack)
        {
            (token, info) = (token with { DeploymentId = id }, rolledBack);
        }

        // The task set is not there before Install, and is gone after a way back.
        var set = service.TaskSets?.Find(candidate => candidate.ExternalId == token.DeploymentId);
        var spec = set is null ? await revisions.ReadAsync(info, cancellationToken).ConfigureAwait(false) : null;
        return new() { Token = token, TaskDefinitionArn = set?.TaskDefinition ?? spec?.TaskDefinition ?? service.TaskDefinition, Deadline = ForeignDeadline };
    }
}
