namespace BlueGreen.Ecs.Planning;

/// <summary>The parts of ARNs: <c>arn:partition:service:region:account:resource</c>.</summary>
internal static class ArnText
{
    public static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The region and the account; empty where the text is no ARN, or has none.</summary>
    public static (string Region, string Account) PlaceOf(string arn) => arn.Split(':', 6) is ["arn", _, _, var region, var account, _] ? (region, account) : (string.Empty, string.Empty);
}
