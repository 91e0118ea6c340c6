using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The first version's task set of a service with the controller <c>EXTERNAL</c>, which is made its primary one. A service that has a primary one keeps it.</summary>
internal sealed class TaskSetPart(BlueGreenEnvironment environment, IAmazonECS ecs) : EnvironmentPart(environment, ResourceKind.TaskSet, environment.Service.Name)
{
    public override IReadOnlyList<string> DependsOn => [PartIds.Service(Environment)];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DescribeTaskSetsRequest { Cluster = Environment.Cluster.Name, Service = Name, Include = ["TAGS"] };
        var response = await PartCalls.FindAsync("ecs:DescribeTaskSets", ecs.DescribeTaskSetsAsync(request, cancellationToken), "ClusterNotFound", "ServiceNot", "InvalidParameter").ConfigureAwait(false);
        return (response?.TaskSets?.Find(set => set.Status is "PRIMARY") ?? response?.TaskSets?.Find(IsOurs)) is { } found ? new(found.TaskSetArn, Tags: null, found) : null;
    }

    // It goes with its service.
    public override Task<FoundPart?> ReadRemainsAsync(KnownParts known, CancellationToken cancellationToken) => Task.FromResult<FoundPart?>(null);

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known) => found.As<TaskSet>().Status is "PRIMARY" ? [] : [new("It is not the primary one yet.")];

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("ecs:CreateTaskSet", ecs.CreateTaskSetAsync(ServiceRequests.TaskSet(Environment, known), cancellationToken)).ConfigureAwait(false);

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new UpdateServicePrimaryTaskSetRequest { Cluster = Environment.Cluster.Name, Service = Name, PrimaryTaskSet = found.As<TaskSet>().Id };
        await AwsCalls.CallAsync("ecs:UpdateServicePrimaryTaskSet", ecs.UpdateServicePrimaryTaskSetAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) => throw new InvalidOperationException("A task set goes with its service.");

    private bool IsOurs(TaskSet set) => set.Status is "ACTIVE" && EnvironmentTags.OwnerOf(EnvironmentTags.From(set.Tags, tag => tag.Key, tag => tag.Value)) == Environment.Name;
}
