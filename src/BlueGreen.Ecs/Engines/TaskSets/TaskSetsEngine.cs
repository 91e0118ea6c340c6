using Amazon.ECS.Model;
using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Services with the <c>EXTERNAL</c> controller: this library creates the task set and moves the traffic by the listener's weights. All memory is in AWS.</summary>
internal sealed class TaskSetsEngine(
    TaskSetPlanner planner,
    TaskSetStarter starter,
    TaskSetReader reader,
    TaskSetDriver driver,
    TaskSetExecutor executor,
    TaskDefinitionRegistry registry,
    TaskSetFailureReader failures,
    FailureExplainer explainer) : IDeploymentEngine
{
    public const string EngineName = "TaskSets";

    public string Name => EngineName;

    public string DeploymentController => "EXTERNAL";

    public Task<DeploymentPlan> PlanAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken) =>
        planner.PlanAsync(deployment, service, cancellationToken);

    public Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken) => starter.StartAsync(plan, cancellationToken);

    public async Task<StartedDeployment?> FindRunningAsync(LiveService service, CancellationToken cancellationToken)
    {
        var sets = await reader.ReadSetsAsync(service.Reference, cancellationToken).ConfigureAwait(false);
        return sets.FirstOrDefault(set => TaskSetFacts.IsRunning(set, sets)) is { } running ? Started(service.Reference, running) : null;
    }

    public async Task<StartedDeployment?> FindAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        var service = ServiceReference.Parse(token.Service);
        try
        {
            var sets = await reader.ReadSetsAsync(service, cancellationToken).ConfigureAwait(false);
            return sets.FirstOrDefault(set => set.ExternalId == token.DeploymentId) is { } found ? Started(service, found) : null;
        }
        catch (AwsCallException exception) when (IsGone(exception))
        {
            return null;
        }
    }

    public async Task<Observation> ObserveAsync(StartedDeployment deployment, CancellationToken cancellationToken)
    {
        try
        {
            var (seen, action) = await driver.DriveAsync(ServiceReference.Parse(deployment.Token.Service), deployment.Token.DeploymentId, cancellationToken).ConfigureAwait(false);
            return TaskSetObservation.From(seen.State, action);
        }
        catch (AwsCallException exception) when (IsGone(exception))
        {
            return TaskSetObservation.WithoutService($"The service is gone: {exception.InnerException!.Message}");
        }
    }

    public async Task<FailureDiagnosis> ExplainAsync(StartedDeployment deployment, bool isStoppedHere, CancellationToken cancellationToken) =>
        await explainer.ExplainAsync(await failures.ReadAsync(deployment, isStoppedHere, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public Task<StartedDeployment?> FindFailedAsync(LiveService service, CancellationToken cancellationToken) => failures.FindAsync(service.Reference, cancellationToken);

    public async Task ContinueAsync(StartedDeployment deployment, Observation waiting, CancellationToken cancellationToken)
    {
        var seen = await reader.LookAsync(ServiceReference.Parse(deployment.Token.Service), deployment.Token.DeploymentId, cancellationToken).ConfigureAwait(false);
        if (TaskSetDecision.Decide(seen.State) is TaskSetAction.Hold hold && hold.At.Name == waiting.Wait)
        {
            await executor.TagAsync(seen, TaskSetTags.Passed(hold.At.Name), cancellationToken).ConfigureAwait(false);
        }
    }

    // Task sets that are gone leave no record; the one that serves tells what it has replaced.
    public async Task<(Deployment Deployment, string TaskDefinitionArn)?> FindLastGoodAsync(LiveService service, CancellationToken cancellationToken)
    {
        var sets = await reader.ReadSetsAsync(service.Reference, cancellationToken).ConfigureAwait(false);
        if (sets.FirstOrDefault(set => set.Status == TaskSetWords.Primary) is not { } primary || TaskSetTags.Before(primary) is not { } arn)
        {
            return null;
        }

        var definition = await registry.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        return (new() { Service = service.Reference, TaskDefinition = definition }, arn);
    }

    public async Task StopAsync(StartedDeployment deployment, bool rollBack, CancellationToken cancellationToken)
    {
        var service = ServiceReference.Parse(deployment.Token.Service);
        var seen = await reader.LookAsync(service, deployment.Token.DeploymentId, cancellationToken).ConfigureAwait(false);
        var stops = seen.State is { Green.Status: TaskSetStatus.Active, Settings: not null, Progress.RollBack: null };
        if (stops && rollBack)
        {
            await executor.ExecuteAsync(seen, new TaskSetAction.RollBack("It was stopped, and its traffic was asked back."), cancellationToken).ConfigureAwait(false);
        }
        else if (stops && seen.State.Progress.Stopped is null)
        {
            await executor.TagAsync(seen, TaskSetTags.Stopped("It was stopped; the traffic stays as it is."), cancellationToken).ConfigureAwait(false);
        }
    }

    private static StartedDeployment Started(ServiceReference service, TaskSet set) => new()
    {
        Token = new(EngineName, service.ToString(), set.ExternalId),
        TaskDefinitionArn = set.TaskDefinition,
        Deadline = TaskSetTags.Settings(set) is { } settings ? TaskSetPlanner.DeadlineOf(settings) : TaskSetSettings.GateLimit,
    };

    private static bool IsGone(AwsCallException exception) =>
        exception.InnerException is Amazon.ECS.Model.ServiceNotFoundException or ServiceNotActiveException or ClusterNotFoundException;
}
