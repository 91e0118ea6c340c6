using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>One way in which AWS requests, answers and errors are written.</summary>
internal interface IProtocol
{
    /// <summary>The error code for an operation that does not exist.</summary>
    string UnknownOperation { get; }

    /// <summary>The HTTP status for an operation that does not exist.</summary>
    HttpStatusCode UnknownStatus => HttpStatusCode.BadRequest;

    /// <returns>The request's members, with values that may still be of a wrong type.</returns>
    /// <exception cref="AwsErrorException">The body cannot be read at all.</exception>
    JsonObject Read(WireRequest request, Shape input);

    WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId);

    WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId);
}
