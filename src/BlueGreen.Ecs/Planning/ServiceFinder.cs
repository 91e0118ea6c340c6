using Amazon.ECS;
using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <summary>Reads an ECS service into the neutral form.</summary>
internal sealed class ServiceFinder(IAmazonECS ecs)
{
    public async Task<LiveService> FindAsync(ServiceReference reference, CancellationToken cancellationToken)
    {
        var service = await FindRawAsync(reference, cancellationToken).ConfigureAwait(false);
        var region = AwsPlace.Of(service.ServiceArn).Region;
        return reference.Region is null || reference.Region == region
            ? ToLive(reference, service)
            : throw new ServiceNotFoundException(reference, $"The ARN's region is {reference.Region}; the AWS clients look in {region}.");
    }

    public async Task<Service> FindRawAsync(ServiceReference reference, CancellationToken cancellationToken, bool withTags = false)
    {
        var request = new DescribeServicesRequest { Cluster = reference.Cluster, Services = [reference.Name], Include = withTags ? ["TAGS"] : null };
        try
        {
            var response = await AwsCalls.CallAsync("ecs:DescribeServices", ecs.DescribeServicesAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.Services is [var service, ..]
                ? service.Status is "ACTIVE" ? service : throw new ServiceNotFoundException(reference, $"The service is {service.Status}, not ACTIVE.")
                : throw new ServiceNotFoundException(reference, "The cluster has no service of that name.");
        }
        catch (AwsCallException exception) when (exception.InnerException is ClusterNotFoundException)
        {
            throw new ServiceNotFoundException(reference, "There is no cluster of that name.");
        }
    }

    private static LiveService ToLive(ServiceReference reference, Service service)
    {
        var primary = service.TaskSets?.Find(set => set.Status is "PRIMARY");
        var balancer = (primary?.LoadBalancers is { Count: > 0 } own ? own : service.LoadBalancers)?.FirstOrDefault();
        return new()
        {
            Reference = reference,
            Arn = service.ServiceArn,
            DeploymentController = service.DeploymentController?.Type?.Value ?? "ECS",
            TaskDefinitionArn = primary?.TaskDefinition ?? service.TaskDefinition,
            DesiredCount = service.DesiredCount ?? 0,
            OpenDeployments = (service.Deployments?.Count(one => one.Status is not "INACTIVE") ?? 0) + (service.TaskSets?.Count ?? 0),
            ContainerName = balancer?.ContainerName,
            ContainerPort = balancer?.ContainerPort,
            TargetGroupArn = balancer?.TargetGroupArn,
            Network = ToNetwork((primary?.NetworkConfiguration ?? service.NetworkConfiguration)?.AwsvpcConfiguration),
            PlatformVersion = primary?.PlatformVersion ?? service.PlatformVersion,
            CapacityProviderStrategy = ToStrategy(primary is null ? service.CapacityProviderStrategy : primary.CapacityProviderStrategy),
        };
    }

    private static AwsvpcConfiguration? ToNetwork(AwsVpcConfiguration? network) => network is null ? null : new()
    {
        Subnets = network.Subnets?.ToEquatableArray() ?? [],
        SecurityGroups = network.SecurityGroups?.ToEquatableArray() ?? [],
        AssignPublicIp = network.AssignPublicIp is { } assign ? assign == AssignPublicIp.ENABLED : null,
    };

    private static EquatableArray<CapacityProviderStrategyItem> ToStrategy(List<Amazon.ECS.Model.CapacityProviderStrategyItem>? strategy) =>
        strategy?.Select(item => new CapacityProviderStrategyItem(item.CapacityProvider, item.Weight ?? 0, item.Base ?? 0)).ToEquatableArray() ?? [];
}
