using Amazon.ECS;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Planning;

/// <summary>
/// A client that deployments can do without. It is taken when there is something to ask: a host that makes the clients that it needs by hand must not be kept from deploying because another one
/// cannot be made, nor may one that asks another AWS answer in its place.
/// </summary>
internal sealed class SideClient<T>(IServiceProvider services, IAmazonECS ecs)
    where T : class, IAmazonService
{
    /// <exception cref="AmazonClientException">It cannot be made, or asks another AWS than the client of ECS.</exception>
    public T Value
    {
        get
        {
            var client = services.GetRequiredService<T>();
            return SameAws.Difference(ecs.Config, client.Config, typeof(T).Name) is { } difference ? throw new AmazonClientException(difference) : client;
        }
    }
}
