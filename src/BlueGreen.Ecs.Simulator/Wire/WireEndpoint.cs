using System.Net;
using System.Text;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire.Models;
using BlueGreen.Ecs.Simulator.Wire.Protocols;
using BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>The one address behind which all services are found: by X-Amz-Target, by path (CBOR), by method and path (REST), or by the form's Action and the credential scope.</summary>
internal sealed class WireEndpoint(AwsApi api, int seed)
{
    private const string Health = "/_localstack/health";
    private static readonly JsonProtocol Json10 = new("1.0");
    private static readonly JsonProtocol Json11 = new("1.1");
    private static readonly QueryProtocol Query = new();
    private static readonly Ec2Protocol Ec2 = new();
    private static readonly CborProtocol Cbor = new();

    // Apart from the world's identifiers, so that reading never changes what the next resource is called.
    private readonly IdSource _requestIds = new(~seed);
    private readonly Lock _gate = new();

    public WireReply Handle(WireRequest request)
    {
        if (string.Equals(request.Path, Health, StringComparison.Ordinal))
        {
            return HealthReply();
        }

        var requestId = NextRequestId();
        var scope = CredentialScope.Of(request);
        var rest = scope.Service.Length == 0 ? null : AwsApi.Models.Values.FirstOrDefault(model => model.IsRest && model.SigningName == scope.Service);
        request = rest is { IsRestXml: true } ? VirtualHost.ToPath(request) : request;
        var (protocol, service, operation) = rest is null ? Route(request, scope) : RestRoute(request, rest);
        var reply = Answer(request, scope, (protocol, service, operation), requestId);

        // What answers HEAD has no body, nor has what has not changed.
        return request.Method == "HEAD" || reply.Status == (int)HttpStatusCode.NotModified ? reply with { Body = ReadOnlyMemory<byte>.Empty } : reply;
    }

    private WireReply Answer(WireRequest request, CredentialScope scope, (IProtocol Protocol, ServiceModel? Service, string Operation) route, string requestId)
    {
        var (protocol, service, operation) = route;
        try
        {
            var found = (service is null ? null : api.Find(service, operation))
                ?? throw new AwsErrorException(protocol.UnknownOperation, Unknown(service, operation), protocol.UnknownStatus);
            var plain = service!.IsRestXml ? ChunkedBody.Decode(request) : request;
            var (output, fault) = api.Invoke(service, found, protocol.Read(plain, found.Input), scope.Region, scope.AccessKeyId);
            return fault is { Kind: FaultKind.LostReply or FaultKind.TimedOut } || output is null
                ? WireReply.Never(fault!.Kind, fault.Delay)
                : protocol.Write(service, found, output, requestId) with { Delay = fault?.Delay ?? TimeSpan.Zero };
        }
        catch (AwsErrorException error)
        {
            return protocol.WriteError(service, error, requestId);
        }
#pragma warning disable CA1031 // A mistake inside a service must reach the client as AWS would tell it, and name its cause.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return protocol.WriteError(service, new AwsErrorException("InternalFailure", $"{e.GetType().Name}: {e.Message}", HttpStatusCode.InternalServerError), requestId);
        }
    }

    private static (IProtocol Protocol, ServiceModel? Service, string Operation) RestRoute(WireRequest request, ServiceModel service)
    {
        var (protocol, operation) = RestRouter.Find(service, request);
        return (protocol, service, operation);
    }

    private static (IProtocol Protocol, ServiceModel? Service, string Operation) Route(WireRequest request, CredentialScope scope)
    {
        if (request.Header("X-Amz-Target") is { Length: > 0 } target)
        {
            var parts = target.Split('.', 2);
            var service = ByTarget(parts[0]);
            var is10 = service is { JsonVersion: "1.0" } || request.Header("Content-Type").Contains("json-1.0", StringComparison.OrdinalIgnoreCase);
            return (is10 ? Json10 : Json11, service, parts.ElementAtOrDefault(1) ?? "");
        }

        if (request.Path.Split('/') is ["", "service", var name, "operation", var operation])
        {
            return (Cbor, ByTarget(name), operation);
        }

        var form = QueryParameters.Of(request);
        var (action, version) = (form["Action"]?.Value ?? "", form["Version"]?.Value ?? "");
        var signed = BySignature(scope, action, version);
        return (signed is { IsEc2: true } ? Ec2 : Query, signed, action);
    }

    private static ServiceModel? ByTarget(string target) =>
        AwsApi.Models.Values.FirstOrDefault(model => target.Length > 0 && string.Equals(model.Target, target, StringComparison.Ordinal));

    // A request without a signature still names the API's version; one signed for a service of several versions names that too.
    private static ServiceModel? BySignature(CredentialScope scope, string action, string version) => AwsApi.Models.Values
        .Where(model => scope.Service.Length == 0 || string.Equals(model.SigningName, scope.Service, StringComparison.Ordinal))
        .Where(model => version.Length == 0 || string.Equals(model.Version, version, StringComparison.Ordinal))
        .OrderByDescending(model => model.Operations.ContainsKey(action))
        .FirstOrDefault(model => scope.Service.Length > 0 || model.Operations.ContainsKey(action));

    private static string Unknown(ServiceModel? service, string operation) => (service, operation) switch
    {
        ({ IsRest: true }, "") => $"The simulator's {service.Name} has no operation of this method and path.",
        (_, "") => "The request names no operation: it has neither a header X-Amz-Target nor a parameter Action.",
        (null, _) => $"The simulator has no service with an operation {operation}.",
        _ => $"The simulator's {service.Name} has no operation {operation}.",
    };

    private WireReply HealthReply()
    {
        var services = string.Join(',', api.Services.Select(name => $"\"{name}\":\"available\""));
        return new WireReply(200, "application/json", Encoding.UTF8.GetBytes($$"""{"services":{{{services}}},"edition":"bluegreen"}"""));
    }

    private string NextRequestId()
    {
        lock (_gate)
        {
            return _requestIds.Uuid();
        }
    }
}
