namespace BlueGreen.Ecs;

/// <summary>Which ECS service is meant: its cluster and its name, and the region where an ARN told it.</summary>
public sealed record ServiceReference
{
    private const string Allowed = "'cluster/service', or an ARN such as arn:aws:ecs:eu-west-1:123456789012:service/cluster/service";

    private ServiceReference(string cluster, string name, string? region) => (Cluster, Name, Region) = (cluster, name, region);

    /// <summary>The cluster's name.</summary>
    public string Cluster { get; }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>The region, when the reference was an ARN. Default: none, the client's region.</summary>
    public string? Region { get; }

    /// <summary>Reads <c>cluster/service</c> or a service ARN.</summary>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static ServiceReference Parse(string text) =>
        TryParse(text) ?? throw new ArgumentException($"'{text}' names no ECS service. Allowed is {Allowed}.", nameof(text));

    /// <summary>Reads <c>cluster/service</c> or a service ARN.</summary>
    /// <returns>The reference, or <see langword="null"/> when the text is neither.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static ServiceReference? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split(':', 6);
        if (fields is ["arn", _, "ecs", var region, _, var resource])
        {
            return resource.Split('/') is ["service", var c, var s] && region.Length > 0 && IsName(c) && IsName(s) ? new(c, s, region) : null;
        }

        return text.Split('/') is [var cluster, var name] && IsName(cluster) && IsName(name) ? new(cluster, name, region: null) : null;
    }

    /// <summary><c>cluster/service</c>.</summary>
    public override string ToString() => $"{Cluster}/{Name}";

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 255 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
