using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using ExecutionContext = Amazon.Runtime.Internal.ExecutionContext;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Tells the endpoint rules what the client is configured to.</summary>
internal sealed class EndpointResolution : BaseEndpointResolver
{
    /// <summary>The endpoint to which a request would be sent.</summary>
    public static Endpoint Resolve(ClientConfig config, ServiceOperationEndpointParameters operation)
    {
        var request = new DefaultRequest(operation.Request, config.ServiceId) { AlternateEndpoint = operation.AlternateEndpoint };
        var context = new RequestContext(false) { ClientConfig = config, OriginalRequest = operation.Request, Request = request };
        return new EndpointResolution().GetEndpoint(new ExecutionContext(context, responseContext: null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [EndpointParameterNames.Region] = Region(config, requestContext.Request.AlternateEndpoint),
            [EndpointParameterNames.Fips] = config.UseFIPSEndpoint,
            [EndpointParameterNames.DualStack] = config.UseDualstackEndpoint,
            [EndpointParameterNames.Endpoint] = config.ServiceURL,
        };
    }

    /// <summary>A request's own region comes before the client's; a client with a URL of its own may name the region to sign for.</summary>
    private static string? Region(IClientConfig config, RegionEndpoint? ofRequest) =>
        (ofRequest ?? config.RegionEndpoint)?.SystemName ?? config.AuthenticationRegion;
}
