using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>ECS in one region: what there is, and the parts that keep it moving.</summary>
internal sealed class EcsState
{
    public EcsState(Region region)
    {
        Region = region;
        TaskDefinitions = new TaskDefinitions(region);
        Lifecycle = new TaskLifecycle(this);
        HealthChecks = new ContainerHealthChecks(this);
        Scheduler = new Scheduler(this);
        TaskSets = new TaskSetControl(this);
        Deployments = new ServiceDeployments(this);
        Traffic = new Traffic(this);
        region.LoadBalancing.TargetHealthChanged += new TargetHealthWatch(this).OnChange;
    }

    public Region Region { get; }

    public World World => Region.World;

    public OrderedDictionary<string, Cluster> Clusters { get; } = new(StringComparer.Ordinal);

    public TaskDefinitions TaskDefinitions { get; }

    /// <summary>What was set for a principal, or for the account's root, which stands for all.</summary>
    public OrderedDictionary<(string Name, string Principal), string> AccountSettings { get; } = [];

    /// <summary>The tasks of services that are targets of load balancers, by target group, address and port.</summary>
    public Dictionary<(string TargetGroupArn, string Ip, int Port), EcsTask> TargetTasks { get; } = [];

    public TaskLifecycle Lifecycle { get; }

    public ContainerHealthChecks HealthChecks { get; }

    public Scheduler Scheduler { get; }

    public TaskSetControl TaskSets { get; }

    public ServiceDeployments Deployments { get; }

    public Traffic Traffic { get; }

    public static EcsState Of(Region region) => region.Get(one => new EcsState(one));

    /// <param name="nameOrArn">A name or an ARN; none means the cluster <c>default</c>.</param>
    /// <exception cref="AwsErrorException">There is no such cluster.</exception>
    public Cluster FindCluster(string? nameOrArn) =>
        Clusters.GetValueOrDefault(LastSegment(nameOrArn ?? "default")) is { IsActive: true } cluster ? cluster : throw EcsErrors.ClusterNotFound();

    /// <exception cref="AwsErrorException">There is no such cluster or service.</exception>
    public Service FindService(string? cluster, string? nameOrArn) => FindService(FindCluster(cluster), nameOrArn);

    /// <exception cref="AwsErrorException">There is no such service.</exception>
    public static Service FindService(Cluster cluster, string? nameOrArn) =>
        cluster.Services.GetValueOrDefault(LastSegment(nameOrArn ?? string.Empty)) ?? throw EcsErrors.ServiceNotFound();

    /// <exception cref="AwsErrorException">There is no such cluster or service, or it is not active.</exception>
    public Service FindActiveService(string? cluster, string? nameOrArn) =>
        FindService(cluster, nameOrArn) is { Status: ServiceStatus.Active } service ? service : throw EcsErrors.ServiceNotActive();

    /// <summary>Writes a service event, <c>(service web) …</c>.</summary>
    public void Tell(Service service, string message)
    {
        service.AddEvent(World.Ids.Uuid(), World.Now, message);
        World.History.Record("service-event", service.Name, message);
    }

    public static string LastSegment(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];
}
