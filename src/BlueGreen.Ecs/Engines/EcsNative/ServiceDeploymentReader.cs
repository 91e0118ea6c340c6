using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>Reads a service's deployments and revisions.</summary>
internal sealed class ServiceDeploymentReader(IAmazonECS ecs, ReadBudgets budgets, TimeProvider clock)
{
    private const int Page = 100;
    private const int MostAtOnce = 20;

    private readonly BatchingReader<string, ServiceDeployment> _watched = new(MostAtOnce, budgets.ServiceDeployments, arns => ReadAsync(ecs, arns), clock);

    /// <summary>The service's deployments, newest first.</summary>
    /// <param name="service">The service.</param>
    /// <param name="statuses">Only those of these statuses. None: all. The newest hundred are given.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ServiceDeploymentBrief>> ListAsync(ServiceReference service, EquatableArray<string> statuses, CancellationToken cancellationToken)
    {
        var request = new ListServiceDeploymentsRequest
        {
            Cluster = service.Cluster,
            Service = service.Name,
            Status = statuses.Count > 0 ? [.. statuses] : null,
            MaxResults = Page,
        };
        var response = await AwsCalls.CallAsync("ecs:ListServiceDeployments", ecs.ListServiceDeploymentsAsync(request, cancellationToken)).ConfigureAwait(false);
        return [.. (response.ServiceDeployments ?? []).OrderByDescending(found => found.CreatedAt)];
    }

    /// <summary>The deployment that has not ended; of several the newest, to which the others give way.</summary>
    /// <returns>Its ARN, or <see langword="null"/>.</returns>
    public async Task<string?> FindOpenAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var open = await ListAsync(service, ServiceDeploymentStatusText.Open, cancellationToken).ConfigureAwait(false);
        return open is [var newest, ..] ? newest.ServiceDeploymentArn : null;
    }

    /// <summary>The task definitions that were deployed with success, newest first.</summary>
    public async IAsyncEnumerable<string> SucceededAsync(ServiceReference service, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var deployment in await ListAsync(service, [ServiceDeploymentStatusText.Successful], cancellationToken).ConfigureAwait(false))
        {
            if (await FindRevisionAsync(deployment.TargetServiceRevisionArn, cancellationToken).ConfigureAwait(false) is { TaskDefinition: { } deployed })
            {
                yield return deployed;
            }
        }
    }

    /// <returns>The deployment, or <see langword="null"/> when ECS does not know it.</returns>
    public async Task<ServiceDeployment?> FindAsync(string arn, CancellationToken cancellationToken) =>
        await UnlessUnknownAsync(async () => (await ReadAsync(ecs, [arn], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(arn)).ConfigureAwait(false);

    /// <summary>Looks at a deployment that is watched; those that are looked at together are read together.</summary>
    /// <returns>The deployment, or <see langword="null"/> when ECS does not know it.</returns>
    public Task<ServiceDeployment?> LookAsync(string arn, CancellationToken cancellationToken) =>
        UnlessUnknownAsync(() => _watched.ReadAsync(arn, mayBeOld: false, cancellationToken));

    /// <returns>The revision, or <see langword="null"/> when ECS does not know it.</returns>
    public async Task<ServiceRevision?> FindRevisionAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new DescribeServiceRevisionsRequest { ServiceRevisionArns = [arn] };
        var response = await AwsCalls.CallAsync("ecs:DescribeServiceRevisions", ecs.DescribeServiceRevisionsAsync(request, cancellationToken)).ConfigureAwait(false);
        return response.ServiceRevisions?.FirstOrDefault();
    }

    private static async Task<ServiceDeployment?> UnlessUnknownAsync(Func<Task<ServiceDeployment?>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is InvalidParameterException or ServiceNotFoundException or ClusterNotFoundException)
        {
            return null; // The text is no ARN of a deployment, or the service is gone.
        }
    }

    private static async Task<IReadOnlyDictionary<string, ServiceDeployment>> ReadAsync(IAmazonECS ecs, IReadOnlyList<string> arns, CancellationToken cancellationToken = default)
    {
        var request = new DescribeServiceDeploymentsRequest { ServiceDeploymentArns = [.. arns] };
        var response = await AwsCalls.CallAsync("ecs:DescribeServiceDeployments", ecs.DescribeServiceDeploymentsAsync(request, cancellationToken)).ConfigureAwait(false);
        return (response.ServiceDeployments ?? []).ToDictionary(found => found.ServiceDeploymentArn, StringComparer.Ordinal);
    }
}
