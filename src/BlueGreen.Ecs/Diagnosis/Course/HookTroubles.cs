namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>What is said of the functions that are called while a service is deployed.</summary>
internal static class HookTroubles
{
    /// <summary>A hook that waits for a person, and calls no function.</summary>
    private const string Pause = "lifecycle hook ecs-pause";

    public static IReadOnlyList<string> Failed(FailureEvidence evidence) =>
    [
        .. evidence.Words.Where(line => !IsSilent(line) && !IsPause(line)
            && (Has(line, "validation functions failed") || Has(line, "HOOK_EXECUTION_FAILURE") || (Has(line, "lifecycle hook") && (Has(line, "failed") || Has(line, "no hookStatus"))))),
    ];

    public static IReadOnlyList<string> Silent(FailureEvidence evidence) => [.. evidence.Words.Where(line => IsSilent(line) && !IsPause(line))];

    public static IReadOnlyList<string> Missing(FailureEvidence evidence) =>
    [
        .. evidence.Words.Where(line => Has(line, "INVALID_LAMBDA_FUNCTION") || Has(line, "INVALID_LAMBDA_CONFIGURATION") || Has(line, "Function not found") || (Has(line, "lambda") && Has(line, "ResourceNotFoundException"))),
    ];

    public static IReadOnlyList<string> Denied(FailureEvidence evidence) =>
        [.. evidence.Words.Where(line => (Has(line, "IAM_ROLE_PERMISSIONS") && Has(line, "Lambda")) || Has(line, "AWS service: AWSLambda") || Has(line, "lambda:InvokeFunction"))];

    /// <summary>The function, where it is known.</summary>
    public static string SubjectOf(FailureEvidence evidence) => evidence.Hook?.Function ?? evidence.Service;

    /// <summary>The lifecycle event that failed, as part of a sentence.</summary>
    public static string At(FailureEvidence evidence) =>
        evidence.Lifecycle.LastOrDefault(happened => happened.Status is "Failed" or "InProgress" or "FAILED" or "TIMED_OUT")?.Name is { } name ? $" at {name}" : string.Empty;

    /// <summary>What the function wrote last.</summary>
    public static IEnumerable<string> Log(FailureEvidence evidence) => (evidence.Hook?.Lines ?? []).TakeLast(8).Select(line => $"log {evidence.Hook!.Function}: {line}");

    private static bool IsSilent(string line) => Has(line, "status callback") || (Has(line, "lifecycle hook") && Has(line, "timed out"));

    private static bool IsPause(string line) => Has(line, Pause);

    private static bool Has(string line, string text) => line.Contains(text, StringComparison.OrdinalIgnoreCase);
}
