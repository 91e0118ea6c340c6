namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>The names by which AWS's endpoint rules call what a client is configured to.</summary>
internal static class EndpointParameterNames
{
    public const string Region = "Region";
    public const string Fips = "UseFIPS";
    public const string DualStack = "UseDualStack";
    public const string Endpoint = "Endpoint";
}
