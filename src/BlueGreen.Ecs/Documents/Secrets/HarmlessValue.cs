using System.Buffers;

namespace BlueGreen.Ecs.Documents.Secrets;

/// <summary>Values that are no secrets even under a secret's name: switches, small numbers, and what points to the secret elsewhere.</summary>
internal static class HarmlessValue
{
    private const int LongestNumber = 5;

    private static readonly SearchValues<char> NotInPaths = SearchValues.Create("+= \t\r\n");

    // Texts that are filled in elsewhere, and addresses of secrets.
    private static readonly string[] Beginnings = ["$", "<", "{{", "%", "`", "@", "arn:", "ssm:", "secretsmanager:", "parameterstore:", "vault:", "op://", "ref+", "gcp:", "file:", "http://", "https://", "s3://"];

    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "enabled", "disabled", "required", "optional", "auto", "default", "basic", "bearer"];

    public static bool Is(ReadOnlySpan<char> value)
    {
        value = value.Trim().Trim("\"'\\");
        return value.Length <= 1 || IsSmallNumber(value) || IsOneCharacter(value) || IsPath(value) || IsWord(value) || PointsElsewhere(value);
    }

    private static bool IsSmallNumber(ReadOnlySpan<char> value) => value.Length <= LongestNumber && !value.ContainsAnyExceptInRange('0', '9');

    // "****", "xxxx".
    private static bool IsOneCharacter(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(value[0]);

    private static bool IsPath(ReadOnlySpan<char> value) =>
        (value[0] is '/' || value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal) || value.StartsWith("~/", StringComparison.Ordinal) || value[1..].StartsWith(":\\", StringComparison.Ordinal))
        && !value.ContainsAny(NotInPaths);

    private static bool IsWord(ReadOnlySpan<char> value)
    {
        foreach (var word in Words)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool PointsElsewhere(ReadOnlySpan<char> value)
    {
        foreach (var beginning in Beginnings)
        {
            if (value.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
