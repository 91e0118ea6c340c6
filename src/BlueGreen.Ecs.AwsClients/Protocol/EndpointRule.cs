namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>A host that differs from the service's usual one.</summary>
/// <param name="Partition">The partition in which it differs; <c>*</c>: in all.</param>
/// <param name="Fips">For FIPS.</param>
/// <param name="DualStack">For IPv6 beside IPv4.</param>
/// <param name="Host">The host, with <c>{region}</c>, <c>{global}</c> (the partition's main region) and <c>{suffix}</c>.</param>
/// <param name="SigningRegion">The region to sign for, with <c>{global}</c>; empty: the client's.</param>
internal sealed record EndpointRule(string Partition, bool Fips, bool DualStack, string Host, string SigningRegion)
{
    public bool Matches(string partition, bool fips, bool dualStack) =>
        Fips == fips && DualStack == dualStack
        && (Partition is "*" || string.Equals(Partition, partition, StringComparison.Ordinal));
}
