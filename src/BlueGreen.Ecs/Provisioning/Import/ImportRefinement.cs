using Amazon.CloudWatch.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.EC2.Model;
using BlueGreen.Ecs.Provisioning.Parts;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>What the looked-up resources say beyond their names: whose they are, and how they are set. Pure.</summary>
/// <param name="source">The service, and what it names.</param>
/// <param name="known">What was found under the draft's names.</param>
/// <param name="asExisting">Whether what is shared is named as existing where the service carries no tag.</param>
internal sealed class ImportRefinement(ImportSource source, KnownParts known, bool asExisting)
{
    private const string Everybody = "0.0.0.0/0";

    public BlueGreenEnvironment Refine(BlueGreenEnvironment draft)
    {
        var balancer = Resource(draft.LoadBalancer, PartIds.LoadBalancer(draft));
        return draft with
        {
            Cluster = Resource(draft.Cluster, PartIds.Cluster(draft)),
            Repository = draft.Repository is { } repository ? Resource(repository, PartIds.Repository(draft)) : null,
            LogGroups = draft.LogGroups.Select(group => Resource(group, PartIds.Of(ResourceKind.LogGroup, group.Name))).ToEquatableArray(),
            LogRetentionDays = draft.LogGroups.Select(group => known.Find<LogGroup>(PartIds.Of(ResourceKind.LogGroup, group.Name))?.RetentionInDays).FirstOrDefault(days => days is > 0),
            ExecutionRole = Role(draft.ExecutionRole),
            TaskRole = draft.TaskRole is { } task ? Role(task) : null,
            TaskPolicy = draft.TaskRole is { } made && !Role(made).IsExisting ? known.Find<RoleFound>(PartIds.Role(made))?.Document : null,
            TrafficRole = draft.TrafficRole is { } traffic ? Role(traffic) : null,
            LoadBalancer = balancer,
            IsInternal = !balancer.IsExisting && draft.IsInternal,
            Network = Network(draft, balancer.IsExisting),
            Alarms = draft.Alarms.Where(alarm => source.Controller != EnvironmentController.External || IsOwn(PartIds.Of(ResourceKind.Alarm, alarm.Name))).Select(Alarm).ToEquatableArray(),
        };
    }

    /// <summary>Whether it carries the service's own tag.</summary>
    public bool IsOwn(string id) => source.Owner is { } owner && known.Find(id) is { Tags: { } tags } && EnvironmentTags.OwnerOf(tags) == owner;

    // Of an environment everything that is not its own was there before it; of a service that nobody made by a description, the caller says.
    private bool IsExisting(string id) => known.Find(id) is not null && !IsOwn(id) && (source.Owner is not null || asExisting);

    private EnvironmentResource Resource(EnvironmentResource made, string id) => made with { IsExisting = IsExisting(id) };

    private EnvironmentResource Role(EnvironmentResource role) => Resource(role, PartIds.Role(role));

    private EnvironmentNetwork Network(BlueGreenEnvironment draft, bool isShared)
    {
        var balancer = source.Traffic.Balancer;
        List<string> ofBalancer = balancer.SecurityGroups ?? [];
        List<string> ofTasks = [.. source.Live.Network?.SecurityGroups ?? []];
        return draft.Network with
        {
            Subnets = isShared ? [] : draft.Network.Subnets,
            LoadBalancerSecurityGroups = isShared ? [] : Named(ofBalancer, PartIds.LoadBalancerGroup(draft)),
            TaskSecurityGroups = Named(ofTasks, PartIds.TaskGroup(draft)),
            AdmittedRange = isShared ? Everybody : Admitted(ofBalancer, draft.ProductionListener.Port) ?? Everybody,
        };
    }

    // A group that the environment makes has no name in the description.
    private EquatableArray<string> Named(List<string> groups, string id) =>
        known.Find<SecurityGroup>(id) is { } own && groups is [var only] && only == own.GroupId ? []
        : source.Owner is not null || asExisting ? [.. groups.Order(StringComparer.Ordinal)]
        : [];

    private string? Admitted(List<string> groups, int port) => source.SecurityGroups
        .Where(group => groups.Contains(group.GroupId, StringComparer.Ordinal))
        .SelectMany(group => group.IpPermissions ?? [])
        .Where(rule => rule.IpProtocol is "-1" || (rule.FromPort <= port && port <= rule.ToPort))
        .SelectMany(rule => rule.Ipv4Ranges ?? [])
        .Select(range => range.CidrIp).FirstOrDefault();

    private EnvironmentAlarm Alarm(EnvironmentAlarm named)
    {
        var id = PartIds.Of(ResourceKind.Alarm, named.Name);
        return known.Find<MetricAlarm>(id) is not { } found || !AlarmPart.IsExpressible(found) || IsExisting(id) ? named with { IsExisting = true } : named with
        {
            Metric = found.MetricName,
            Statistic = found.Statistic.Value,
            Threshold = found.Threshold ?? 0,
            Period = TimeSpan.FromSeconds(found.Period ?? 0),
            Periods = found.EvaluationPeriods ?? 1,
        };
    }
}
