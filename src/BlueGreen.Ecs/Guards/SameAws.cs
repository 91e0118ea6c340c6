using Amazon.Runtime;

namespace BlueGreen.Ecs.Guards;

/// <summary>Whether two clients ask the same AWS: a host may have made one by hand, and the other be made as its environment says. Pure.</summary>
internal static class SameAws
{
    private static readonly string[] Domains = ["amazonaws.com", "amazonaws.com.cn", "api.aws", "amazonwebservices.com.cn"];

    /// <summary>How they differ; nothing as far as can be told.</summary>
    public static string? Difference(IClientConfig ecs, IClientConfig scaling) =>
        IsElsewhere(ecs.ServiceURL) && string.IsNullOrEmpty(scaling.ServiceURL) ? $"The client of ECS asks {ecs.ServiceURL}, the one of Application Auto Scaling asks AWS. Register an IAmazonApplicationAutoScaling that asks the same."
        : ecs.RegionEndpoint is { } one && scaling.RegionEndpoint is { } other && one.SystemName != other.SystemName ? $"The client of ECS asks {one.SystemName}, the one of Application Auto Scaling {other.SystemName}. Register an IAmazonApplicationAutoScaling of the same region."
        : null;

    // An address of AWS's own, such as a VPC endpoint, says nothing of other services.
    private static bool IsElsewhere(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && !Array.Exists(Domains, domain => address.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
}
