using Amazon.ECS;
using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Looks at the service.</summary>
internal static class ServiceLook
{
    /// <summary>The service; nothing when there is none, or no cluster. One that is being removed is answered, one that is gone is not.</summary>
    public static async Task<Service?> ReadAsync(IAmazonECS ecs, BlueGreenEnvironment environment, CancellationToken cancellationToken)
    {
        var request = new DescribeServicesRequest { Cluster = environment.Cluster.Name, Services = [environment.Service.Name], Include = ["TAGS"] };
        var response = await PartCalls.FindAsync("ecs:DescribeServices", ecs.DescribeServicesAsync(request, cancellationToken), "ClusterNotFound").ConfigureAwait(false);
        return response?.Services?.Find(service => service.Status is not "INACTIVE");
    }

    /// <summary>The task set that serves; none when ECS deploys the service itself.</summary>
    public static TaskSet? Primary(Service service) => service.TaskSets?.Find(set => set.Status is "PRIMARY");
}
