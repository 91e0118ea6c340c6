using Amazon.Runtime;

namespace BlueGreen.Ecs.Planning;

/// <summary>Whether two clients ask the same AWS: a host may have made one by hand, and the other be made as its environment says. Pure.</summary>
internal static class SameAws
{
    private static readonly string[] Domains = ["amazonaws.com", "amazonaws.com.cn", "api.aws", "amazonwebservices.com.cn"];

    /// <summary>How they differ; nothing as far as can be told.</summary>
    /// <param name="ecs">Of the client of ECS.</param>
    /// <param name="other">Of the other client.</param>
    /// <param name="client">The other client's interface, such as <c>IAmazonEC2</c>.</param>
    public static string? Difference(IClientConfig ecs, IClientConfig other, string client) =>
        IsElsewhere(ecs.ServiceURL) && string.IsNullOrEmpty(other.ServiceURL) ? $"The client of ECS asks {ecs.ServiceURL}, {client} asks AWS. Register an {client} that asks the same."
        : ecs.RegionEndpoint is { } one && other.RegionEndpoint is { } elsewhere && one.SystemName != elsewhere.SystemName ? $"The client of ECS asks {one.SystemName}, {client} asks {elsewhere.SystemName}. Register an {client} of the same region."
        : null;

    // An address of AWS's own, such as a VPC endpoint, says nothing of other services.
    private static bool IsElsewhere(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && !Array.Exists(Domains, domain => address.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
}
