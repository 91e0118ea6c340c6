using System.Net;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>An error that an AWS service answers: for example <c>ClusterNotFoundException</c>.</summary>
internal sealed class AwsErrorException(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) : Exception(message)
{
    /// <summary>The error code as it stands on the wire.</summary>
    public string Code => code;

    public HttpStatusCode Status => status;
}
