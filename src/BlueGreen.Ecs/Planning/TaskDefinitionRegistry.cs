using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Planning;

/// <summary>Task definitions as ECS has them: finds an equal one, registers, and takes back what was never deployed.</summary>
internal sealed class TaskDefinitionRegistry(IAmazonECS ecs)
{
    private const int MostAttempts = 3;

    /// <summary>The task definition of that ARN with its tags, as the model has it.</summary>
    /// <exception cref="BlueGreenException">AWS refused.</exception>
    public async Task<TaskDefinition> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        var response = await DescribeAsync(arn, cancellationToken).ConfigureAwait(false);
        return TaskDefinitionReading.FromAws(response.TaskDefinition, response.Tags);
    }

    /// <summary>Whether the revision can still be deployed: it has not been deregistered.</summary>
    /// <exception cref="BlueGreenException">AWS refused.</exception>
    public async Task<bool> IsActiveAsync(string arn, CancellationToken cancellationToken) =>
        (await DescribeAsync(arn, cancellationToken).ConfigureAwait(false)).TaskDefinition.Status == TaskDefinitionStatus.ACTIVE;

    /// <summary>The task definition that a deployment wants, and what ECS has of its family.</summary>
    /// <param name="deployment">What is wanted: a task definition, or a change to the one that runs.</param>
    /// <param name="service">The service as it was found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BlueGreenException">AWS refused.</exception>
    public async Task<(TaskDefinition Wanted, RegisteredRevisions Revisions)> ReadWantedAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var running = deployment.TaskDefinition is null ? await ReadAsync(service.TaskDefinitionArn, cancellationToken).ConfigureAwait(false) : null;
        var wanted = deployment.TaskDefinition ?? Change(deployment, running!);
        return (wanted, await ReadRevisionsAsync(wanted.Family, service.TaskDefinitionArn, running, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The newest active revision of the family, and the one that runs, as the model has it. When both are the same it is read once.</summary>
    /// <param name="family">The family.</param>
    /// <param name="runningArn">The ARN of the task definition that runs.</param>
    /// <param name="running">That task definition, when it is known already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RegisteredRevisions> ReadRevisionsAsync(string family, string runningArn, TaskDefinition? running, CancellationToken cancellationToken)
    {
        var newest = await FindAsync(family, cancellationToken).ConfigureAwait(false);
        var current = running is not null ? null
            : newest?.TaskDefinition.TaskDefinitionArn == runningArn ? newest
            : await FindAsync(runningArn, cancellationToken).ConfigureAwait(false);
        return new(newest?.TaskDefinition.TaskDefinitionArn, Model(newest), running ?? Model(current));
    }

    private static TaskDefinition Change(Deployment deployment, TaskDefinition running)
    {
        var change = deployment.TaskDefinitionChange
            ?? throw new ArgumentException("The deployment has neither a task definition nor a change to the one that runs. Build it with Deployment.For(…).", nameof(deployment));
        return change(running) ?? throw new System.InvalidOperationException("The change that WithTaskDef was given returned no task definition.");
    }

    private static TaskDefinition? Model(DescribeTaskDefinitionResponse? response) =>
        response is null ? null : TaskDefinitionReading.FromAws(response.TaskDefinition, response.Tags);

    private async Task<DescribeTaskDefinitionResponse?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await DescribeAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is ClientException or InvalidParameterException)
        {
            return null; // ECS's answer for a family that it has never seen, and for a revision that was deleted.
        }
    }

    /// <summary>Registers a new revision. When no answer tells, the family is looked at before it is tried again, so that no second one is left behind.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> RegisterAsync(TaskDefinition definition, CancellationToken cancellationToken)
    {
        var request = TaskDefinitionMapping.ToRequest(definition);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await AwsCalls.CallAsync("ecs:RegisterTaskDefinition", ecs.RegisterTaskDefinitionAsync(request, cancellationToken)).ConfigureAwait(false);
                return response.TaskDefinition.TaskDefinitionArn;
            }
            catch (AwsCallException exception) when (PatientCalls.IsUnclear(exception))
            {
                var newest = await FindAsync(definition.Family, cancellationToken).ConfigureAwait(false);
                if (Model(newest)?.HasSameContentAs(definition) is true)
                {
                    return newest!.TaskDefinition.TaskDefinitionArn;
                }

                if (attempt == MostAttempts)
                {
                    throw;
                }
            }
        }
    }

    private Task<DescribeTaskDefinitionResponse> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        var request = new DescribeTaskDefinitionRequest { TaskDefinition = name, Include = ["TAGS"] };
        return AwsCalls.CallAsync("ecs:DescribeTaskDefinition", ecs.DescribeTaskDefinitionAsync(request, cancellationToken));
    }

    /// <summary>Takes a revision back.</summary>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public Task<DeregisterTaskDefinitionResponse> DeregisterAsync(string arn, CancellationToken cancellationToken) =>
        AwsCalls.CallAsync("ecs:DeregisterTaskDefinition", ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = arn }, cancellationToken));

    /// <summary>Takes a revision back that was never deployed. That it stays behind when AWS refuses harms nothing, and must not hide why it was not deployed.</summary>
    public async Task TakeBackAsync(string arn, TimeProvider clock)
    {
        try
        {
            await PatientCalls.RepeatAsync(() => DeregisterAsync(arn, CancellationToken.None), clock, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AwsCallException)
        {
        }
    }
}
