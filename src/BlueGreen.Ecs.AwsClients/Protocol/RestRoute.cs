using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Fills the places of a URI, and adds parameters to its query.</summary>
internal readonly struct RestRoute(IRequest request)
{
    /// <exception cref="AmazonClientException">The value is missing: the URI would be another operation's.</exception>
    public void Path(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new AmazonClientException($"{request.OriginalRequest.GetType().Name} lacks {name}, which is a part of the URI: set it.");
        }

        request.AddPathResource($"{{{name}}}", value);
    }

    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }
}
