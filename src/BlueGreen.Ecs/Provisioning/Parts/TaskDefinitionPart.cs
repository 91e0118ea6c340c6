using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>
/// The revision with which the service begins. A service that has one keeps it: newer ones come by deployments. A family is nobody's: its revisions stand side by side, and each
/// is known by its own tags.
/// </summary>
internal sealed class TaskDefinitionPart(BlueGreenEnvironment environment, IAmazonECS ecs) : EnvironmentPart(environment, ResourceKind.TaskDefinition, environment.TaskDefinition.Family)
{
    private const int MostDeleted = 10;
    private const string Operation = "ecs:DescribeTaskDefinition";

    public override IReadOnlyList<string> DependsOn =>
    [
        PartIds.Role(Environment.ExecutionRole),
        .. Environment.TaskRole is { } role ? [PartIds.Role(role)] : Array.Empty<string>(),
        .. Environment.Repository is null ? [] : (string[])[PartIds.Repository(Environment)],
        .. Environment.LogGroups.Select(group => PartIds.Of(ResourceKind.LogGroup, group.Name)),
    ];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        if (await ServiceLook.ReadAsync(ecs, Environment, cancellationToken).ConfigureAwait(false) is { Status: "ACTIVE" } service && (ServiceLook.Primary(service)?.TaskDefinition ?? service.TaskDefinition) is { Length: > 0 } running)
        {
            return new(running, Tags: null, running);
        }

        var newest = await PartCalls.FindAsync(Operation, DescribeAsync(Name, cancellationToken), "ClientException", "InvalidParameterException").ConfigureAwait(false);
        return newest is not null && IsOurs(newest) && TaskDefinitionReading.FromAws(newest.TaskDefinition, newest.Tags).HasSameContentAs(DesiredTaskDefinition.Of(Environment, known))
            ? new(newest.TaskDefinition.TaskDefinitionArn, Tags: null, newest.TaskDefinition.TaskDefinitionArn)
            : null;
    }

    public override async Task<FoundPart?> ReadRemainsAsync(KnownParts known, CancellationToken cancellationToken) =>
        await FindOursAsync(TaskDefinitionStatus.ACTIVE, cancellationToken).ConfigureAwait(false) ?? await FindOursAsync(TaskDefinitionStatus.INACTIVE, cancellationToken).ConfigureAwait(false);

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("ecs:RegisterTaskDefinition", ecs.RegisterTaskDefinitionAsync(TaskDefinitionMapping.ToRequest(DesiredTaskDefinition.Of(Environment, known)), cancellationToken)).ConfigureAwait(false);

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        foreach (var arn in await ListOursAsync(TaskDefinitionStatus.ACTIVE, cancellationToken).ConfigureAwait(false))
        {
            await AwsCalls.CallAsync("ecs:DeregisterTaskDefinition", ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = arn }, cancellationToken)).ConfigureAwait(false);
        }

        foreach (var some in (await ListOursAsync(TaskDefinitionStatus.INACTIVE, cancellationToken).ConfigureAwait(false)).Chunk(MostDeleted))
        {
            await AwsCalls.CallAsync("ecs:DeleteTaskDefinitions", ecs.DeleteTaskDefinitionsAsync(new() { TaskDefinitions = [.. some] }, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task<FoundPart?> FindOursAsync(TaskDefinitionStatus status, CancellationToken cancellationToken) =>
        (await ListOursAsync(status, cancellationToken).ConfigureAwait(false)) is [.., var newest] ? new(newest, EnvironmentTags.Of(Environment), newest) : null;

    private async Task<List<string>> ListOursAsync(TaskDefinitionStatus status, CancellationToken cancellationToken)
    {
        var (ours, token) = (new List<string>(), (string?)null);
        do
        {
            var request = new ListTaskDefinitionsRequest { FamilyPrefix = Name, Status = status, NextToken = token };
            var page = await AwsCalls.CallAsync("ecs:ListTaskDefinitions", ecs.ListTaskDefinitionsAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var arn in page.TaskDefinitionArns ?? [])
            {
                if (IsOurs(await AwsCalls.CallAsync(Operation, DescribeAsync(arn, cancellationToken)).ConfigureAwait(false)))
                {
                    ours.Add(arn);
                }
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return ours;
    }

    private bool IsOurs(DescribeTaskDefinitionResponse found) =>
        found.TaskDefinition.Family == Name && EnvironmentTags.OwnerOf(EnvironmentTags.From(found.Tags, tag => tag.Key, tag => tag.Value)) == Environment.Name;

    private Task<DescribeTaskDefinitionResponse> DescribeAsync(string name, CancellationToken cancellationToken) =>
        ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = name, Include = ["TAGS"] }, cancellationToken);
}
