using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>A filter of unstructured events: terms that must all occur, <c>?term</c> of which one must, <c>-term</c> that must not.</summary>
internal sealed partial class FilterPattern
{
    private readonly List<string> _all = [];
    private readonly List<string> _any = [];
    private readonly List<string> _none = [];

    /// <exception cref="AwsErrorException">The pattern is one for JSON or columns, which the simulator does not know.</exception>
    public static FilterPattern Parse(string text)
    {
        if (text.TrimStart() is ['{' or '[' or '%', ..])
        {
            throw new AwsErrorException("InvalidParameterException", "The simulator filters by terms only; patterns for JSON, columns and regular expressions are not known to it.");
        }

        var pattern = new FilterPattern();
        foreach (var term in Terms().Matches(text).Select(match => match.Value))
        {
            var list = term[0] switch { '?' => pattern._any, '-' => pattern._none, _ => pattern._all };
            list.Add(term.TrimStart('?', '-').Trim('"'));
        }

        return pattern;
    }

    public bool Matches(string message) =>
        _all.TrueForAll(term => message.Contains(term, StringComparison.Ordinal))
        && !_none.Exists(term => message.Contains(term, StringComparison.Ordinal))
        && (_any.Count == 0 || _any.Exists(term => message.Contains(term, StringComparison.Ordinal)));

    [GeneratedRegex("""[?-]?"[^"]*"|\S+""", RegexOptions.None, 1000)]
    private static partial Regex Terms();
}
