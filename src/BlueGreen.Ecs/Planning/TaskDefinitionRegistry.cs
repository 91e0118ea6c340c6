using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Planning;

/// <summary>Task definitions as ECS has them: finds an equal one, registers, and takes back what was never deployed.</summary>
internal sealed class TaskDefinitionRegistry(IAmazonECS ecs)
{
    /// <summary>The task definition of that ARN, as the model has it.</summary>
    /// <exception cref="BlueGreenException">It uses members that the model does not know, so that a change would lose them; or AWS refused.</exception>
    public async Task<TaskDefinition> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        var running = await DescribeAsync(arn, cancellationToken).ConfigureAwait(false);
        var unknown = TaskDefinitionReading.UnknownMembers(running);
        return unknown.Count == 0
            ? TaskDefinitionReading.FromAws(running)
            : throw new DocumentException(new(arn, 1, 1, unknown[0]), $"The task definition that runs uses {string.Join(", ", unknown)}, which this version cannot change without loss. Give the whole task definition by WithTaskDef(path).");
    }

    /// <summary>The newest active revision of the family, when its content is the same.</summary>
    /// <returns>Its ARN, or <see langword="null"/>.</returns>
    public async Task<string?> FindEqualAsync(TaskDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            var newest = await DescribeAsync(definition.Family, cancellationToken).ConfigureAwait(false);
            return TaskDefinitionReading.UnknownMembers(newest).Count == 0
                && TaskDefinitionReading.FromAws(newest).HasSameContentAs(definition)
                ? newest.TaskDefinitionArn
                : null;
        }
        catch (AwsCallException exception) when (exception.InnerException is ClientException or InvalidParameterException)
        {
            return null; // ECS's answer for a family that it has never seen.
        }
    }

    /// <summary>Registers a new revision.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> RegisterAsync(TaskDefinition definition, CancellationToken cancellationToken)
    {
        var request = TaskDefinitionMapping.ToRequest(definition);
        var response = await AwsCalls.CallAsync("ecs:RegisterTaskDefinition", ecs.RegisterTaskDefinitionAsync(request, cancellationToken)).ConfigureAwait(false);
        return response.TaskDefinition.TaskDefinitionArn;
    }

    private async Task<Amazon.ECS.Model.TaskDefinition> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        var request = new DescribeTaskDefinitionRequest { TaskDefinition = name };
        var response = await AwsCalls.CallAsync("ecs:DescribeTaskDefinition", ecs.DescribeTaskDefinitionAsync(request, cancellationToken)).ConfigureAwait(false);
        return response.TaskDefinition;
    }

    /// <summary>Takes a revision back that was never deployed.</summary>
    public Task DeregisterAsync(string arn, CancellationToken cancellationToken) =>
        AwsCalls.CallAsync("ecs:DeregisterTaskDefinition", ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = arn }, cancellationToken));
}
