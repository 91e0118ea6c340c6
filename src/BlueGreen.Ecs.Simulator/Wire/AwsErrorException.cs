using System.Net;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>An error that an AWS service answers: for example <c>ClusterNotFoundException</c>.</summary>
internal sealed class AwsErrorException(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) : Exception(message)
{
    /// <summary>The error code as it stands on the wire.</summary>
    public string Code => code;

    public HttpStatusCode Status => status;

    /// <summary>Further members of the error, under their wire names. JSON services answer them beside the message.</summary>
    public JsonObject Members { get; init; } = [];
}
