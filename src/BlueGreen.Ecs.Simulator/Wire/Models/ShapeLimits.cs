using System.Globalization;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>Bounds that include both ends; an open end is unbounded.</summary>
internal sealed partial record ShapeLimits(long? Low, long? High)
{
    /// <summary>Splits <c>string{1..100}</c> into <c>string</c> and its bounds.</summary>
    public static (string Type, ShapeLimits? Limits) Split(string type)
    {
        var match = Suffix().Match(type);
        return match.Success
            ? (type[..match.Index], new ShapeLimits(Bound(match.Groups["low"]), Bound(match.Groups["high"])))
            : (type, null);
    }

    private static long? Bound(Group bound) => bound.Length == 0 ? null : long.Parse(bound.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<low>-?\d*)\.\.(?<high>-?\d*)\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();
}
