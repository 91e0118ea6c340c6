using Amazon.Runtime.Internal;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>What the clients change in the SDK's pipeline: who resolves endpoints and ways to sign.</summary>
internal static class ClientPipeline
{
    public static void Customize(RuntimePipeline pipeline)
    {
        // Both go right behind the marshaller, so the one added last comes first.
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointResolution());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Resolution());
    }
}
