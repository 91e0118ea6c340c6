using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>The command <c>test</c>, also written <c>[ … ]</c>.</summary>
internal static class ShellTest
{
    public static int Run(ShellCall call)
    {
        string[] words = [.. call.Name is "[" ? call.Arguments.SkipLast(1) : call.Arguments];
        return call.Name is "[" && call.Arguments is not [.., "]"]
            ? call.Fail("[: missing `]'", 2)
            : Holds(call, words) switch { true => 0, false => 1, null => call.Fail($"test: {string.Join(' ', words)}: unknown condition", 2) };
    }

    private static bool? Holds(ShellCall call, string[] words) => words switch
    {
        [] => false,
        ["!", .. var rest] => !Holds(call, rest),
        [var word] => word.Length > 0,
        ["-n", var word] => word.Length > 0,
        ["-z", var word] => word.Length == 0,
        ["-f" or "-e" or "-s", var path] => call.Session.Files.Bytes(call.Session.PathOf(path)) is not null,
        ["-d", var path] => call.Session.Files.Paths.Any(file => file.StartsWith(call.Session.PathOf(path) + "/", StringComparison.Ordinal)),
        [var left, "=" or "==", var right] => left == right,
        [var left, "!=", var right] => left != right,
        [var left, var comparison, var right] when Number(left) is { } a && Number(right) is { } b => comparison switch
        {
            "-eq" => a == b,
            "-ne" => a != b,
            "-lt" => a < b,
            "-le" => a <= b,
            "-gt" => a > b,
            "-ge" => a >= b,
            _ => null,
        },
        _ => null,
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
