using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Makes service revisions and deployments, and has them carried out one after the other.</summary>
internal sealed class ServiceDeployments(EcsState state)
{
    private const int MostActive = 5;
    private const int DigitsOfAnId = 19;
    private const int LengthOfADeploymentId = 21;

    /// <exception cref="AwsErrorException">The service has too many deployments already.</exception>
    public static void CheckRoom(Service service)
    {
        if (service.TaskSets.Count(set => set.Status != TaskSetStatus.Draining || set.Tasks.Count > 0) >= MostActive)
        {
            throw EcsErrors.InvalidParameter($"{MostActive} active deployments exist, unable to create new deployment");
        }
    }

    /// <summary>Deploys what a service's settings say now. A deployment that runs gives way.</summary>
    public ServiceDeployment Create(Service service, TaskDefinition definition)
    {
        var before = service.Deployments.Where(one => !one.IsOver).ToList();
        var set = AddSet(service, MakeRevision(service, definition));
        set.IsQueued = true;
        service.Primary?.Status = TaskSetStatus.Active;
        set.Status = TaskSetStatus.Primary;
        var id = state.World.Ids.UpperAlphanumeric(LengthOfADeploymentId);
        var deployment = new ServiceDeployment(ArnOf(service, "service-deployment", id), service, set, Configuration(service), state.World.Now)
        {
            MakeRun = one => one.Strategy == DeploymentStrategy.Rolling ? new RollingRun(state, one) : new BlueGreenRun(state, one),
        };
        service.Deployments.Add(deployment);
        state.World.History.Record("service-deployment", id, $"created: {deployment.Strategy} to {definition.Family}:{definition.Revision}");
        before.ForEach(one => one.Run.GiveWay());
        BeginNext(service);
        return deployment;
    }

    /// <summary>Takes over a service that CodeDeploy has deployed: its primary task set becomes the stable revision.</summary>
    public void Adopt(Service service)
    {
        var set = service.Primary!;
        set.Revision = MakeRevision(service, set.TaskDefinition);
        (set.RollingCount, set.IsScaledUp, set.ProductionWeight, set.TestWeight) = (service.DesiredCount, true, 100, 100);
        set.Complete();
        (service.Controller, service.StableRevision, service.RollingGoal) = (DeploymentController.Ecs, set.Revision, set);
    }

    /// <summary>Begins the deployment that waits, once none runs.</summary>
    public void BeginNext(Service service)
    {
        var open = service.Deployments.Where(one => !one.IsOver).ToList();
        if (service.Status == ServiceStatus.Active && open is [{ Status: ServiceDeploymentStatus.Pending } next])
        {
            state.World.Clock.Schedule(state.World.Options.Timings.ServiceDeploymentStart, $"service deployment {next.Id} begins", () =>
            {
                if (next is { Status: ServiceDeploymentStatus.Pending, StartedAt: null } && !service.Deployments.Exists(one => one != next && !one.IsOver))
                {
                    next.Run.Begin();
                }
            });
        }
    }

    /// <summary>The tasks of a service have changed.</summary>
    public static void Look(Service service) => service.Deployments.Find(one => one is { IsOver: false, StartedAt: not null })?.Run.Look();

    /// <summary>The service is deleted.</summary>
    public static void Cancel(Service service)
    {
        foreach (var deployment in service.Deployments.Where(one => !one.IsOver).ToList())
        {
            deployment.Run.Cancel();
        }
    }

    /// <summary>Adds a set of tasks of a revision, which has no tasks yet.</summary>
    public TaskSet AddSet(Service service, ServiceRevision revision)
    {
        var set = new TaskSet($"ecs-svc/{state.World.Ids.Digits(DigitsOfAnId)}", service, revision.TaskDefinition, state.World.Now)
        {
            Settings = revision.Settings.Copy(),
            Revision = revision,
        };
        if (service.ServingSet is { } serving)
        {
            Traffic.Assign(set, serving, beside: false);
        }

        service.TaskSets.Add(set);
        return set;
    }

    /// <exception cref="AwsErrorException">There is no such deployment.</exception>
    public ServiceDeployment Find(string arn) => TryFind(arn)
        ?? throw new AwsErrorException("ServiceDeploymentNotFoundException", $"The service deployment {arn} was not found.");

    public ServiceDeployment? TryFind(string arn) => AllServices.SelectMany(service => service.Deployments).FirstOrDefault(one => one.Arn == arn);

    public ServiceRevision? TryFindRevision(string arn) => AllServices.SelectMany(service => service.Revisions).FirstOrDefault(one => one.Arn == arn);

    private IEnumerable<Service> AllServices => state.Clusters.Values.SelectMany(cluster => cluster.Services.Values);

    private ServiceRevision MakeRevision(Service service, TaskDefinition definition)
    {
        var settings = new JsonObject { ["loadBalancers"] = new JsonArray(), ["serviceRegistries"] = new JsonArray() };
        service.Settings.CopyTo(settings, ServiceRevision.Members);
        var arn = ArnOf(service, "service-revision", state.World.Ids.Digits(DigitsOfAnId));
        var revision = new ServiceRevision(arn, service, definition, settings, ImageDigests.Resolve(state.Region, definition), state.World.Now);
        service.Revisions.Add(revision);
        return revision;
    }

    private string ArnOf(Service service, string kind, string id) => state.Region.Arn("ecs", $"{kind}/{service.Cluster.Name}/{service.Name}/{id}");

    private static JsonObject Configuration(Service service)
    {
        var configuration = service.Settings.Object("deploymentConfiguration")!.Copy();
        configuration["strategy"] ??= DeploymentStrategy.Rolling;
        return configuration;
    }
}
