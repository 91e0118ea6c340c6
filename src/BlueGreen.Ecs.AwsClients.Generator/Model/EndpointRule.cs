namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>A host that differs from the usual one, in some partitions (<c>*</c>: in all).</summary>
internal sealed class EndpointRule(string variant, IReadOnlyList<string> partitions, string host, string signingRegion)
{
    // A variant is plain, fips, dualstack or fips+dualstack.
    public bool IsFips => variant.StartsWith("fips", StringComparison.Ordinal);

    public bool IsDualStack => variant.EndsWith("dualstack", StringComparison.Ordinal);

    public IReadOnlyList<string> Partitions => partitions;

    public string Host => host;

    /// <summary>Empty: the client's region.</summary>
    public string SigningRegion => signingRegion;
}
