namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>How AWS says that somebody may not do something.</summary>
internal static class Denial
{
    private static readonly string[] Words = ["AccessDenied", "Access Denied", "not authorized", "status code: 403", "403 Forbidden", "authorization failed", "does not have permission", "UnauthorizedOperation"];

    public static bool IsIn(string text) => Array.Exists(Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The action that is named behind <c>perform:</c>, such as <c>ecr:PutImage</c>; <see langword="null"/> where none is.</summary>
    public static string? ActionIn(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "perform:");
        return at >= 0 && at + 1 < words.Length ? words[at + 1].TrimEnd('.') : null;
    }
}
