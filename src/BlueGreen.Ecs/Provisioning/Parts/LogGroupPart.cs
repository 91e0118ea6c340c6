using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>A log group of the containers. It goes with its events.</summary>
internal sealed class LogGroupPart(BlueGreenEnvironment environment, EnvironmentResource group, IAmazonCloudWatchLogs logs) : EnvironmentPart(environment, ResourceKind.LogGroup, group.Name)
{
    public override bool IsExisting => group.IsExisting;

    // Groups come in the order of their names: the one that is called so is the first that begins so.
    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DescribeLogGroupsRequest { LogGroupNamePrefix = Name, Limit = 1 };
        var response = await AwsCalls.CallAsync("logs:DescribeLogGroups", logs.DescribeLogGroupsAsync(request, cancellationToken)).ConfigureAwait(false);
        if (response.LogGroups?.Find(one => one.LogGroupName == Name) is not { } found)
        {
            return null;
        }

        var arn = known.Place.Arn("logs", $"log-group:{Name}");
        var tags = await PartCalls.FindAsync("logs:ListTagsForResource", logs.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken), "ResourceNotFound").ConfigureAwait(false);
        return tags is null ? null : new(arn, tags.Tags ?? new(StringComparer.Ordinal), found);
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known) =>
        !IsExisting && Environment.LogRetentionDays is { } days && found.As<LogGroup>().RetentionInDays != days ? [new(FormattableString.Invariant($"Its events are not kept for {days} days."))] : [];

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateLogGroupRequest { LogGroupName = Name, Tags = new(EnvironmentTags.Of(Environment), StringComparer.Ordinal) };
        await AwsCalls.CallAsync("logs:CreateLogGroup", logs.CreateLogGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new PutRetentionPolicyRequest { LogGroupName = Name, RetentionInDays = Environment.LogRetentionDays };
        await AwsCalls.CallAsync("logs:PutRetentionPolicy", logs.PutRetentionPolicyAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("logs:DeleteLogGroup", logs.DeleteLogGroupAsync(new() { LogGroupName = Name }, cancellationToken)).ConfigureAwait(false);
}
