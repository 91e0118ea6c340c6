using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>What all operations of one service share.</summary>
internal sealed record ServiceDescription : IServiceMetadata
{
    /// <summary>For example <c>Amazon.ECS</c>.</summary>
    public required string ServiceName { get; init; }

    /// <summary>For example <c>ECS</c>.</summary>
    public required string ServiceId { get; init; }

    /// <summary>For example <c>2014-11-13</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The prefix of <c>X-Amz-Target</c>, in JSON.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>The content type of requests, in JSON.</summary>
    public string ContentType { get; init; } = string.Empty;

    /// <summary>Whether the service is to tell the error codes of the query protocol that it spoke before.</summary>
    public bool IsQueryCompatible { get; init; }

    /// <summary>The exception for a code; the service's base exception for an empty one.</summary>
    public required Func<string, ErrorResponse, AmazonServiceException> CreateException { get; init; }

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0, StringComparer.Ordinal);
}
