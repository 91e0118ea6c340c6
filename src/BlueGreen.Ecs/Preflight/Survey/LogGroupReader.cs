using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks whether the containers' log groups are there.</summary>
internal sealed class LogGroupReader(SideClient<IAmazonCloudWatchLogs> logs, SurveyCalls calls)
{
    /// <summary>Each log group by name, with the group that was found.</summary>
    public async Task<IReadOnlyList<(AwsLogs Wanted, Read<LogGroup> Found)>> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        // The client looks in one region, the service's; a group of another region is that one's matter.
        var region = AwsPlace.Of(plan.Service.Arn).Region;
        var wanted = AwsLogs.Of(plan.TaskDefinition).Where(log => !log.IsCreated && (log.Region is null || region.Length == 0 || log.Region == region)).DistinctBy(log => log.Group, StringComparer.Ordinal);
        return await Task.WhenAll(wanted.Select(async log => (log, await ReadAsync(log, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
    }

    // Groups come in the order of their names: the one that is called so is the first that begins so.
    private Task<Read<LogGroup>> ReadAsync(AwsLogs wanted, CancellationToken cancellationToken) => calls.ReadAsync(
        "logs:DescribeLogGroups",
        wanted.Group,
        "whether the log group exists",
        async token => (await logs.Value.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = wanted.Group, Limit = 1 }, token).ConfigureAwait(false)).LogGroups?.Find(found => found.LogGroupName == wanted.Group),
        code => code is "ResourceNotFoundException",
        cancellationToken);
}
