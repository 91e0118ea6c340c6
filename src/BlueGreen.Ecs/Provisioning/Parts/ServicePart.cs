using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The ECS service. What deployments and scaling change is theirs: its version, its weights, its size above zero.</summary>
internal sealed class ServicePart(BlueGreenEnvironment environment, IAmazonECS ecs) : EnvironmentPart(environment, ResourceKind.Service, environment.Service.Name)
{
    public override IReadOnlyList<string> DependsOn =>
    [
        PartIds.Cluster(Environment),
        PartIds.TaskDefinition(Environment),
        PartIds.Network(Environment),
        .. Environment.Network.TaskSecurityGroups.Count == 0 && Environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc ? [PartIds.TaskGroup(Environment)] : Array.Empty<string>(),
        PartIds.TargetGroup(Environment.TargetGroups.Blue),
        PartIds.TargetGroup(Environment.TargetGroups.Green),
        PartIds.Listener(Environment, Environment.ProductionListener),
        .. Environment.TestListener is { } test ? [PartIds.Listener(Environment, test)] : Array.Empty<string>(),
        .. Environment is { Service.Controller: EnvironmentController.EcsNative, TrafficRole: { } role } ? [PartIds.Role(role), .. Environment.Alarms.Select(alarm => PartIds.Of(ResourceKind.Alarm, alarm.Name))] : Array.Empty<string>(),
    ];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken) =>
        await ServiceLook.ReadAsync(ecs, Environment, cancellationToken).ConfigureAwait(false) is { } service
            ? new(service.ServiceArn, EnvironmentTags.From(service.Tags, tag => tag.Key, tag => tag.Value), service) { IsGoing = service.Status is "DRAINING" }
            : null;

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var service = found.As<Service>();
        var controller = service.DeploymentController?.Type ?? DeploymentControllerType.ECS;
        if (controller != ServiceRequests.ControllerOf(Environment.Service.Controller))
        {
            yield return new($"Its deployment controller is {controller}, not {ServiceRequests.ControllerOf(Environment.Service.Controller)}.", IsForGood: true);
            yield break;
        }

        string?[] own = [known.Find(PartIds.TargetGroup(Environment.TargetGroups.Blue))?.Arn, known.Find(PartIds.TargetGroup(Environment.TargetGroups.Green))?.Arn];
        var balancers = ServiceLook.Primary(service)?.LoadBalancers is { Count: > 0 } ofSet ? ofSet : service.LoadBalancers ?? [];
        if (balancers.Find(one => !own.Contains(one.TargetGroupArn, StringComparer.Ordinal)) is { } other)
        {
            yield return new("Its tasks are in a target group that is not the environment's.", IsForGood: true, other.TargetGroupArn);
        }

        if (service.DesiredCount == 0 && Environment.Service.DesiredCount > 0)
        {
            yield return new(FormattableString.Invariant($"It is at zero tasks, and not at {Environment.Service.DesiredCount}."));
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("ecs:CreateService", ecs.CreateServiceAsync(ServiceRequests.Service(Environment, known), cancellationToken)).ConfigureAwait(false);

    public override Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) => ScaleAsync(Environment.Service.DesiredCount, cancellationToken);

    // First its tasks leave the load balancer and stop; then it goes itself.
    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var service = found.As<Service>();
        if (service.DesiredCount > 0)
        {
            await ScaleAsync(0, cancellationToken).ConfigureAwait(false);
        }
        else if (service.RunningCount is null or 0 && service.PendingCount is null or 0)
        {
            var request = new DeleteServiceRequest { Cluster = Environment.Cluster.Name, Service = Name, Force = service.TaskSets is { Count: > 0 } };
            await AwsCalls.CallAsync("ecs:DeleteService", ecs.DeleteServiceAsync(request, cancellationToken)).ConfigureAwait(false);
        }
    }

    public override string? Awaited(FoundPart found)
    {
        var service = found.As<Service>();
        var primary = ServiceLook.Primary(service);
        return service.RunningCount != service.DesiredCount ? FormattableString.Invariant($"{service.RunningCount} of {service.DesiredCount} tasks run{Trouble(service)}")
            : primary is not null && primary.StabilityStatus != StabilityStatus.STEADY_STATE ? $"its task set is {primary.StabilityStatus}"
            : primary is null && service.Deployments?.Exists(one => one.RolloutState != DeploymentRolloutState.COMPLETED) is true ? $"its deployment is {service.Deployments[0].RolloutState}"
            : null;
    }

    private static string Trouble(Service service) => service.Events?.FirstOrDefault()?.Message is { Length: > 0 } newest ? $"; ECS says: {newest}" : string.Empty;

    private async Task ScaleAsync(int count, CancellationToken cancellationToken)
    {
        var request = new UpdateServiceRequest { Cluster = Environment.Cluster.Name, Service = Name, DesiredCount = count };
        await AwsCalls.CallAsync("ecs:UpdateService", ecs.UpdateServiceAsync(request, cancellationToken)).ConfigureAwait(false);
    }
}
