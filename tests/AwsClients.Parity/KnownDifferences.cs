namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Differences of the surface that are wanted or cannot be helped, each with its reason.</summary>
internal static class KnownDifferences
{
    private const string ByHand = "The official class was given a base class by hand.";
    private const string OtherResultKeys = "botocore's paginators name result keys that the .NET ones leave out; library code uses Responses.";
    private const string Ssm = "Amazon.SimpleSystemsManagement.Model.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Amazon.SecurityToken.Model.Credentials: base System.Object, official Amazon.Runtime.AWSCredentials"] = ByHand,
        [$"{Ssm}IDescribeParametersPaginator: IPaginatedEnumerable`1<{Ssm}ParameterMetadata> Parameters"] = OtherResultKeys,
        [$"{Ssm}IDescribePatchPropertiesPaginator: IPaginatedEnumerable`1<Dictionary`2<System.String, System.String>> Properties"] = OtherResultKeys,
        [$"{Ssm}IGetParameterHistoryPaginator: IPaginatedEnumerable`1<{Ssm}ParameterHistory> Parameters"] = OtherResultKeys,
        [$"{Ssm}IGetParametersByPathPaginator: IPaginatedEnumerable`1<{Ssm}Parameter> Parameters"] = OtherResultKeys,
        [$"{Ssm}IListNodesSummaryPaginator: IPaginatedEnumerable`1<Dictionary`2<System.String, System.String>> Summary"] = OtherResultKeys,
    };
}
