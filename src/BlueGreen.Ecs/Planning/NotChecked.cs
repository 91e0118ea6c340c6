namespace BlueGreen.Ecs.Planning;

/// <summary>BG600: what could not be looked at, because AWS refused or did not answer.</summary>
internal static class NotChecked
{
    public const string Code = "BG600";

    /// <summary>The finding of a read that failed.</summary>
    /// <param name="subject">What was to be looked at: an ARN or a name.</param>
    /// <param name="what">What is not known therefore, as the end of a sentence, such as <c>whether the subnets have free addresses</c>.</param>
    /// <param name="refusal">What went wrong.</param>
    public static Finding Of(string subject, string what, AwsCallException refusal) => new(
        Code,
        FindingSeverity.NotChecked,
        subject,
        $"Not checked: {what}. {FirstLine(refusal.Message)}",
        IsDenied(refusal) ? $"Allow {refusal.Operation} to whoever deploys." : "Try again; nothing else depends on it.");

    // What is not AWS answers with pages.
    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();

    /// <summary>The finding of something that was not looked for, because it is elsewhere.</summary>
    public static Finding Elsewhere(string subject, string what) => new(Code, FindingSeverity.NotChecked, subject, $"Not checked: {what}.", "Look there by hand; nothing else depends on it.");

    /// <summary>Whether AWS refused because the caller has not the right to it. S3 answers HEAD without a body, so that the code is the status's name.</summary>
    public static bool IsDenied(AwsCallException refusal) =>
        refusal.ErrorCode is { } code && (code.StartsWith("AccessDenied", StringComparison.Ordinal) || code is "UnauthorizedOperation" or "AuthorizationError" or "NotAuthorized" or "Forbidden");
}
