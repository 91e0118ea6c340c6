using System.Text;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>Looks through a shell command, as far as rules need it: its statements, and the variables in each that no quotes protect, but for files that it writes to.</summary>
internal static class ShellScan
{
    public static IEnumerable<(string Statement, IReadOnlyList<string> Unquoted)> Statements(string command)
    {
        var (text, unquoted) = (new StringBuilder(), new List<string>());
        var (quote, target) = ('\0', ' '); // The target of a redirection: '>' before it, 'w' within the word.
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (quote == '\0' && c is '\n' or ';' or '&')
            {
                yield return (text.ToString(), unquoted);
                (text, unquoted, target) = (new(), [], ' ');
                continue;
            }

            text.Append(c);
            target = quote != '\0' ? target : c == '>' ? '>' : char.IsWhiteSpace(c) ? (target == '>' ? '>' : ' ') : target == '>' ? 'w' : target;
            if (c == '\\' && quote != '\'' && i + 1 < command.Length)
            {
                text.Append(command[++i]);
            }
            else if (c is '\'' or '"')
            {
                quote = quote == '\0' ? c : quote == c ? '\0' : quote;
            }
            else if (c == '$' && quote == '\0' && target == ' ' && NameAt(command, i + 1) is { Length: > 0 } name)
            {
                unquoted.Add(name);
            }
        }

        yield return (text.ToString(), unquoted);
    }

    private static string NameAt(string command, int start)
    {
        start += start < command.Length && command[start] == '{' ? 1 : 0;
        var end = start;
        while (end < command.Length && (char.IsAsciiLetterOrDigit(command[end]) || command[end] == '_'))
        {
            end++;
        }

        return command[start..end];
    }
}
