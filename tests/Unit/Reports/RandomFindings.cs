using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Reports;

/// <summary>Random findings, with texts that a terminal, a table or a browser would obey.</summary>
internal static class RandomFindings
{
    public static Gen<string> Text { get; } = Gen.OneOf(
        Samples.Text,
        Gen.OneOf(
            "\e[31mred\e[0m", "\e]8;;http://evil\aclick\e]8;;\a", "| a | b |", "a\\|b", "```", "`x`|`y`", "<script>alert(1)</script>", "</pre></details><h1>x</h1>", "<!-- ", "a\n\n# heading\n", "[x](http://evil)", "![x](y)",
            "&lt;", "**bold**", "@team", "\u202Egnp.exe", "\uD800", "$x$", "~~no~~", "\\", "a\r| b"));

    public static Gen<Finding> Finding { get; } =
        from code in Gen.OneOf(Gen.Int[100, 999].Select(number => $"BG{number}"), Text)
        from severity in Gen.Enum<FindingSeverity>()
        from texts in Text.Array[4]
        from isSuppressed in Gen.Bool
        from evidence in Text.Array[0, 4]
        from line in Gen.Int[0, 90]
        from hasPosition in Gen.Bool
        select new Finding(code, severity, texts[0], texts[1], texts[2])
        {
            SuppressedBecause = isSuppressed ? texts[3] : null,
            Evidence = evidence.ToEquatableArray(),
            Position = hasPosition ? new("taskdef.json", line, 7, "a[0].b") : null,
        };

    public static Gen<FailureDiagnosis> Diagnosis { get; } =
        from texts in Text.Array[2]
        from causes in Gen.Select(Finding, Gen.Enum<Confidence>()).Array[0, 4]
        from excluded in Text.Array[0, 3]
        select new FailureDiagnosis
        {
            Subject = texts[0],
            Reason = texts[1],
            Causes = causes.Select(cause => new FailureCause(cause.Item1 with { SuppressedBecause = null }, cause.Item2)).ToEquatableArray(),
            Excluded = excluded.ToEquatableArray(),
        };
}
