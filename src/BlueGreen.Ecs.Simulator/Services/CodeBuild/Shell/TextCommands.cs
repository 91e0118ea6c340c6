using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>Commands that print, pick and change text.</summary>
internal static class TextCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void AddTo(Dictionary<string, Func<ShellCall, int>> commands)
    {
        commands["echo"] = Echo;
        commands["printf"] = PrintFormatted;
        commands["cat"] = call => Filtered(call, call.Arguments, text => text);
        commands["tr"] = call => Plain(call, Translate(call.Input, call.Arguments));
        commands["cut"] = Cut;
        commands["grep"] = Grep;
        commands["head"] = call => Lines(call, (lines, count) => lines.Take(count));
        commands["tail"] = call => Lines(call, (lines, count) => lines.TakeLast(count));
    }

    private static int Echo(ShellCall call)
    {
        var options = call.Arguments.TakeWhile(word => word is "-n" or "-e" or "-ne" or "-en").ToList();
        var text = string.Join(' ', call.Arguments.Skip(options.Count));
        text = options.Exists(option => option.Contains('e', StringComparison.Ordinal)) ? Unescape(text) : text;
        return Plain(call, options.Exists(option => option.Contains('n', StringComparison.Ordinal)) ? text : text + "\n");
    }

    // The format is used again as long as there are arguments.
    private static int PrintFormatted(ShellCall call)
    {
        var (format, rest) = (Unescape(call.Arguments.FirstOrDefault(string.Empty)), new Queue<string>(call.Arguments.Skip(1)));
        var written = new StringBuilder();
        do
        {
            var before = rest.Count;
            written.Append(Regex.Replace(format, "%[sd%]", match => match.Value is "%%" ? "%" : rest.TryDequeue(out var value) ? value : string.Empty, RegexOptions.None, Patience));
            if (rest.Count == before)
            {
                break;
            }
        }
        while (rest.Count > 0);
        return Plain(call, written.ToString());
    }

    private static string Translate(string input, IReadOnlyList<string> arguments)
    {
        var options = string.Concat(arguments.Where(word => word.StartsWith('-')).Select(word => word[1..]));
        var sets = arguments.Where(word => !word.StartsWith('-')).Select(Set).ToList();
        var first = sets.ElementAtOrDefault(0) ?? string.Empty;
        if (options.Contains('d', StringComparison.Ordinal))
        {
            var keeps = options.Contains('c', StringComparison.Ordinal);
            return string.Concat(input.Where(letter => first.Contains(letter, StringComparison.Ordinal) == keeps));
        }

        var second = sets.ElementAtOrDefault(1) ?? string.Empty;
        return string.Concat(input.Select(letter => first.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 && second.Length > 0 ? second[Math.Min(at, second.Length - 1)] : letter));
    }

    private static string Set(string set)
    {
        var named = set.Replace("[:upper:]", "A-Z", StringComparison.Ordinal).Replace("[:lower:]", "a-z", StringComparison.Ordinal)
            .Replace("[:digit:]", "0-9", StringComparison.Ordinal).Replace("[:alnum:]", "A-Za-z0-9", StringComparison.Ordinal).Replace("[:space:]", " \t\n", StringComparison.Ordinal);
        return Regex.Replace(Unescape(named), "(?<from>.)-(?<to>.)", range => string.Concat(Enumerable.Range(range.Groups["from"].Value[0], Math.Max(1, range.Groups["to"].Value[0] - range.Groups["from"].Value[0] + 1)).Select(code => (char)code)), RegexOptions.None, Patience);
    }

    private static int Cut(ShellCall call)
    {
        var (range, delimiter, fields) = (Option(call, "-c") ?? Option(call, "-f") ?? "1-", Option(call, "-d") ?? "\t", Option(call, "-c") is null);
        var bounds = range.Split('-');
        var start = Number(bounds[0], 1);
        var end = bounds.Length == 1 ? start : Number(bounds[1], int.MaxValue);
        return Filtered(call, [], text => string.Concat(text.Split('\n').SkipLast(text.EndsWith('\n') ? 1 : 0).Select(line => fields
            ? string.Join(delimiter, line.Split(delimiter[0]).Skip(start - 1).Take(end - start + 1)) + "\n"
            : string.Concat(line.Skip(start - 1).Take(end - start + 1)) + "\n")));
    }

    private static int Grep(ShellCall call)
    {
        var options = string.Concat(call.Arguments.Where(word => word is ['-', not '-', ..] && word is not "-m").Select(word => word[1..]));
        var words = call.Arguments.Where((word, index) => !word.StartsWith('-') && call.Arguments.ElementAtOrDefault(index - 1) is not "-m").ToList();
        if (words.Count == 0)
        {
            return call.Fail("Usage: grep [OPTION]... PATTERNS [FILE]...", 2);
        }

        var most = Number(Option(call, "-m") ?? string.Empty, int.MaxValue);
        var pattern = new Regex(options.Contains('F', StringComparison.Ordinal) ? Regex.Escape(words[0]) : words[0], options.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None, Patience);
        var text = words.Count > 1 ? string.Concat(words.Skip(1).Select(path => call.Session.Files.Text(call.Session.PathOf(path)) ?? string.Empty)) : call.Input;
        var found = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => pattern.IsMatch(line) != options.Contains('v', StringComparison.Ordinal)).Take(most).ToList();
        if (!options.Contains('q', StringComparison.Ordinal))
        {
            found.ForEach(line => call.Print(options.Contains('o', StringComparison.Ordinal) ? pattern.Match(line).Value : line));
        }

        return found.Count > 0 ? 0 : 1;
    }

    private static int Lines(ShellCall call, Func<IEnumerable<string>, int, IEnumerable<string>> pick)
    {
        if (Option(call, "-c") is { } letters)
        {
            return Plain(call, call.Input[..Math.Min(Number(letters, 0), call.Input.Length)]);
        }

        var count = Number(Option(call, "-n") ?? call.Arguments.FirstOrDefault(word => word is ['-', >= '0' and <= '9', ..])?[1..] ?? string.Empty, 10);
        return Filtered(call, [], text => string.Concat(pick(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), count).Select(line => line + "\n")));
    }

    private static int Filtered(ShellCall call, IReadOnlyList<string> paths, Func<string, string> change)
    {
        var text = new StringBuilder(paths.Count == 0 ? call.Input : string.Empty);
        foreach (var path in paths.Where(path => path is not "-"))
        {
            if (call.Session.Files.Text(call.Session.PathOf(path)) is not { } content)
            {
                return call.Fail($"{call.Name}: {path}: No such file or directory");
            }

            text.Append(content);
        }

        return Plain(call, change(text.ToString()));
    }

    private static int Plain(ShellCall call, string text)
    {
        call.Output.Append(text);
        return 0;
    }

    /// <returns>The value of an option, written apart (<c>-c 3</c>) or together (<c>-c3</c>).</returns>
    private static string? Option(ShellCall call, string name)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i].StartsWith(name, StringComparison.Ordinal))
            {
                return call.Arguments[i].Length > name.Length ? call.Arguments[i][name.Length..] : call.Arguments.ElementAtOrDefault(i + 1);
            }
        }

        return null;
    }

    private static int Number(string text, int absent) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : absent;

    private static string Unescape(string text) => text.Contains('\\', StringComparison.Ordinal)
        ? Regex.Replace(text, @"\\(?<letter>.)", match => match.Groups["letter"].Value switch { "n" => "\n", "t" => "\t", "r" => "\r", var other => other }, RegexOptions.None, Patience)
        : text;
}
