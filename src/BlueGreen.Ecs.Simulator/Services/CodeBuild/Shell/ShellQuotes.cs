namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>Finds where quotes and substitutions end.</summary>
internal static class ShellQuotes
{
    /// <returns>The place behind the letter, quotation or substitution at <paramref name="at"/>.</returns>
    /// <exception cref="ShellException">It does not end.</exception>
    public static int SkipOne(string text, int at) => text[at] switch
    {
        '\\' => Math.Min(at + 2, text.Length),
        '\'' => Find(text, at + 1, '\'') + 1,
        '"' => SkipUntil(text, at + 1, '"'),
        '`' => Find(text, at + 1, '`') + 1,
        '$' when at + 1 < text.Length && text[at + 1] is '(' => SkipUntil(text, at + 2, ')'),
        '$' when at + 1 < text.Length && text[at + 1] is '{' => SkipUntil(text, at + 2, '}'),
        _ => at + 1,
    };

    /// <returns>The place behind the closing letter, past whatever is nested.</returns>
    private static int SkipUntil(string text, int at, char close)
    {
        while (at < text.Length && text[at] != close)
        {
            // Within double quotes a single one is a letter.
            at = close is '"' && text[at] is '\'' ? at + 1 : close is ')' && text[at] is '(' ? SkipUntil(text, at + 1, ')') : SkipOne(text, at);
        }

        return at < text.Length ? at + 1 : throw Unclosed(close);
    }

    private static int Find(string text, int at, char close) => text.IndexOf(close, at) is var found and >= 0 ? found : throw Unclosed(close);

    private static ShellException Unclosed(char close) => new($"unexpected EOF while looking for matching `{close}'");
}
