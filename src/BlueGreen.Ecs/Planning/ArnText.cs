namespace BlueGreen.Ecs.Planning;

/// <summary>ARNs: <c>arn:partition:service:region:account:resource</c>; <see cref="AwsPlace"/> reads where they lead.</summary>
internal static class ArnText
{
    public static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);
}
