using System.Globalization;

namespace BlueGreen.Ecs;

/// <summary>What must hold for the findings that a deployment accepts.</summary>
internal static class SuppressionRules
{
    private const int LongestReason = 256;

    public static IEnumerable<DeploymentProblem> Problems(EquatableArray<Suppression> suppressions)
    {
        foreach (var (code, because) in suppressions)
        {
            var call = $"Suppress(\"{code}\", …)";
            if (code is not ['B', 'G', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'])
            {
                yield return new(call, "This is no code. Allowed is BG and three digits, such as BG133.");
            }
            else if (code[2] is '7' or '9')
            {
                yield return new(call, "BG7xx and BG9xx tell why something has failed, and keep nothing from starting. Leave the call out.");
            }

            if (string.IsNullOrWhiteSpace(because) || because.Length > LongestReason || because.Any(char.IsControl))
            {
                yield return new(call, string.Create(CultureInfo.InvariantCulture, $"The reason has {because.Length} characters; allowed are 1 to {LongestReason}, on one line and not white space alone."));
            }
        }

        foreach (var twice in suppressions.GroupBy(suppression => suppression.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new($"Suppress(\"{twice.Key}\", …)", string.Create(CultureInfo.InvariantCulture, $"The code is suppressed {twice.Count()} times. Suppress it once."));
        }
    }
}
