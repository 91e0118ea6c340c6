using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>Turns a word as written into the words that a command gets: quotes, variables and command substitutions.</summary>
internal sealed partial class ShellExpansion
{
    private readonly ShellSession _session;
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private bool _hasWord;

    private ShellExpansion(ShellSession session) => _session = session;

    /// <returns>The words: none of an empty variable, several of one that holds blanks, unless it is quoted.</returns>
    public static IReadOnlyList<string> Words(ShellSession session, string word)
    {
        var expansion = new ShellExpansion(session);
        expansion.Expand(word, quoted: false);
        expansion.EndWord();
        return expansion._words;
    }

    /// <returns>The text, not split: as in an assignment.</returns>
    public static string Text(ShellSession session, string word)
    {
        var expansion = new ShellExpansion(session) { _hasWord = true };
        expansion.Expand(word, quoted: true, isAssignment: true);
        return expansion._word.ToString();
    }

    private void Expand(string text, bool quoted, bool isAssignment = false)
    {
        var inQuotes = quoted && !isAssignment;
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] is '\'' && inQuotes ? at + 1 : ShellQuotes.SkipOne(text, at);
            var piece = text[at..end];
            switch (piece[0])
            {
                case '\'' when piece.Length > 1:
                    Literal(piece[1..^1]);
                    break;
                case '"' when piece.Length > 1:
                    _hasWord = true;
                    Expand(piece[1..^1], quoted: true);
                    break;
                case '\\' when piece.Length > 1:
                    Literal(inQuotes && piece[1] is not ('$' or '`' or '"' or '\\') ? piece : piece[1] is '\n' ? string.Empty : piece[1..]);
                    break;
                case '`':
                    Value(_session.Capture(piece[1..^1]), quoted);
                    break;
                case '$':
                    end = Variable(text, at, end, quoted);
                    break;
                default:
                    Literal(piece);
                    break;
            }

            at = end;
        }
    }

    private int Variable(string text, int at, int end, bool quoted)
    {
        var piece = text[at..end];
        if (piece.StartsWith("$(", StringComparison.Ordinal))
        {
            Value(_session.Capture(piece[2..^1]), quoted);
            return end;
        }

        if (piece.StartsWith("${", StringComparison.Ordinal))
        {
            Value(Parameter(piece[2..^1]), quoted);
            return end;
        }

        var name = Name().Match(text, at + 1);
        if (!name.Success || name.Index != at + 1)
        {
            Literal("$");
            return end;
        }

        Value(ValueOf(name.Value), quoted);
        return name.Index + name.Length;
    }

    // ${NAME}, ${NAME:-default}, ${NAME-default}, ${NAME:+other}, ${NAME:offset:length}, ${NAME%suffix}, ${NAME#prefix}.
    private string Parameter(string inner)
    {
        var name = Name().Match(inner) is { Success: true, Index: 0 } match ? match.Value : throw new ShellException($"${{{inner}}}: bad substitution");
        var (value, rest) = (ValueOf(name), inner[name.Length..]);
        var isSet = _session.Variables.ContainsKey(name);
        return rest switch
        {
            "" => value,
            [':', '-', .. var other] => value.Length > 0 ? value : Text(_session, Unquoted(other)),
            ['-', .. var other] => isSet ? value : Text(_session, Unquoted(other)),
            [':', '+', .. var other] => value.Length > 0 ? Text(_session, Unquoted(other)) : string.Empty,
            [':', '?', .. var message] => value.Length > 0 ? value : throw new ShellException($"{name}: {message}"),
            ['%', .. var suffix] => Text(_session, suffix) is var end && value.EndsWith(end, StringComparison.Ordinal) ? value[..^end.Length] : value,
            ['#', .. var prefix] => Text(_session, prefix) is var start && value.StartsWith(start, StringComparison.Ordinal) ? value[start.Length..] : value,
            [':', .. var range] => Substring(value, range.Split(':')),
            _ => throw new ShellException($"${{{inner}}}: bad substitution"),
        };
    }

    private static string Substring(string value, string[] range)
    {
        var start = int.TryParse(range[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? Math.Clamp(from, 0, value.Length) : throw new ShellException($"{range[0]}: bad substitution");
        var length = range.Length > 1 && int.TryParse(range[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : value.Length;
        return value.Substring(start, Math.Clamp(length, 0, value.Length - start));
    }

    private static string Unquoted(string text) => text is ['"', .. var inner, '"'] ? inner : text;

    private string ValueOf(string name) => name is "?"
        ? _session.LastExit.ToString(CultureInfo.InvariantCulture)
        : _session.Variables.GetValueOrDefault(name, string.Empty);

    private void Literal(string text)
    {
        _hasWord = true;
        _word.Append(text);
    }

    private void Value(string value, bool quoted)
    {
        if (quoted)
        {
            Literal(value);
            return;
        }

        foreach (var letter in value)
        {
            if (letter is ' ' or '\t' or '\n')
            {
                EndWord();
            }
            else
            {
                Literal(letter.ToString());
            }
        }
    }

    private void EndWord()
    {
        if (_hasWord)
        {
            _words.Add(_word.ToString());
        }

        _word.Clear();
        _hasWord = false;
    }

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*|\?", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
