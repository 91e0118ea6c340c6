using Amazon.ECS;
using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <summary>Task definitions as ECS has them: finds an equal one, registers, and takes back what was never deployed.</summary>
internal sealed class TaskDefinitionRegistry(IAmazonECS ecs)
{
    /// <summary>The task definition of that ARN with its tags, as the model has it.</summary>
    /// <exception cref="BlueGreenException">AWS refused.</exception>
    public async Task<TaskDefinition> ReadAsync(string arn, CancellationToken cancellationToken)
    {
        var response = await DescribeAsync(arn, cancellationToken).ConfigureAwait(false);
        return TaskDefinitionReading.FromAws(response.TaskDefinition, response.Tags);
    }

    /// <summary>The newest active revision of the family, when its content is the same.</summary>
    /// <returns>Its ARN, or <see langword="null"/>.</returns>
    public async Task<string?> FindEqualAsync(TaskDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            var response = await DescribeAsync(definition.Family, cancellationToken).ConfigureAwait(false);
            var newest = TaskDefinitionReading.FromAws(response.TaskDefinition, response.Tags);
            return CanonicalTaskDefinition.Of(newest) == CanonicalTaskDefinition.Of(definition) ? response.TaskDefinition.TaskDefinitionArn : null;
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

    private Task<DescribeTaskDefinitionResponse> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        var request = new DescribeTaskDefinitionRequest { TaskDefinition = name, Include = ["TAGS"] };
        return AwsCalls.CallAsync("ecs:DescribeTaskDefinition", ecs.DescribeTaskDefinitionAsync(request, cancellationToken));
    }

    /// <summary>Takes a revision back that was never deployed.</summary>
    public Task DeregisterAsync(string arn, CancellationToken cancellationToken) =>
        AwsCalls.CallAsync("ecs:DeregisterTaskDefinition", ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = arn }, cancellationToken));
}
