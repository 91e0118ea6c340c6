using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Registers what is new and creates the new version's task set.</summary>
internal sealed class TaskSetStarter(
    IAmazonECS ecs,
    TaskSetFactsReader facts,
    TaskSetPlanner planner,
    TaskSetReader reader,
    TaskSetDriver driver,
    TaskDefinitionRegistry registry,
    TimeProvider clock)
{
    public async Task<StartedDeployment> StartAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        // Read anew: what has changed since the plan was made must not be found out half way.
        var found = await facts.ReadAsync(plan.Deployment, plan.Service, cancellationToken).ConfigureAwait(false);
        if (found.Running is { } running)
        {
            throw new DeploymentInProgressException(plan.Service.Reference, running.ExternalId);
        }

        if (planner.Check(found).Where(finding => finding.Severity == FindingSeverity.Error && plan.Deployment.Suppressions.All(one => one.Code != finding.Code)).ToEquatableArray() is { Count: > 0 } errors)
        {
            throw new PreflightException(plan with { Findings = errors });
        }

        var arn = plan.EqualRevisionArn ?? await registry.RegisterAsync(plan.TaskDefinition, cancellationToken).ConfigureAwait(false);
        var settings = TaskSetPlanner.SettingsOf(found) with { IsRegistered = plan.EqualRevisionArn is null };
        var id = DeploymentIds.Create(clock.GetUtcNow());

        // From here on the call is seen through: a caller that cancels now must not leave a deployment behind that nobody knows.
        await CreateAsync(plan, TaskSetRequests.Create(plan, found, settings, id, arn), settings).ConfigureAwait(false);
        await GiveWayAsync(plan.Service.Reference, id).ConfigureAwait(false);
        return new()
        {
            Token = new(TaskSetsEngine.EngineName, plan.Service.Reference.ToString(), id),
            TaskDefinitionArn = arn,
            Deadline = plan.Deadline,
        };
    }

    // Its client token makes of many requests one task set.
    private async Task CreateAsync(DeploymentPlan plan, CreateTaskSetRequest request, TaskSetSettings settings)
    {
        try
        {
            await PatientCalls.RepeatAsync(
                () => AwsCalls.CallAsync("ecs:CreateTaskSet", ecs.CreateTaskSetAsync(request, CancellationToken.None)), clock, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AwsCallException exception)
        {
            // An answer that was lost, or an error of the server's, does not say that nothing was made.
            var sets = await ReadSetsAsync(plan.Service.Reference).ConfigureAwait(false);
            if (sets.Any(set => set.ExternalId == request.ExternalId))
            {
                return;
            }

            if (settings.IsRegistered && !PatientCalls.IsUnclear(exception))
            {
                await registry.TakeBackAsync(request.TaskDefinition, clock).ConfigureAwait(false);
            }

            throw;
        }
    }

    private Task<IReadOnlyList<TaskSet>> ReadSetsAsync(ServiceReference service) =>
        PatientCalls.RepeatAsync(() => reader.ReadSetsAsync(service, CancellationToken.None), clock, CancellationToken.None);

    // Two that start at once both find nothing running. Of two task sets the older one stays; both see the same, and so only one goes on.
    private async Task GiveWayAsync(ServiceReference service, string id)
    {
        var sets = await ReadSetsAsync(service).ConfigureAwait(false);
        if (sets.FirstOrDefault(set => set.ExternalId == id) is { } own && TaskSetReader.RivalOf(own, sets) is { } rival)
        {
            await driver.DriveAsync(service, id, CancellationToken.None).ConfigureAwait(false);
            throw new DeploymentInProgressException(service, rival);
        }
    }
}
