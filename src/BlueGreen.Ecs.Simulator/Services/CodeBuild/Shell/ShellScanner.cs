using System.Buffers;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>Walks over a script: blanks, operators, and words with all their quotes and substitutions.</summary>
internal sealed class ShellScanner(string text)
{
    private static readonly SearchValues<char> EndsWord = SearchValues.Create(" \t\r\n;&|()<>");
    private static readonly string[] Operators = ["&&", "||", ";;", "2>&1", "2>>", "2>", ">&2", ">>", ">", "<", ";", "|", "&", "(", ")", "\n"];
    private int _at;

    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return _at >= text.Length;
        }
    }

    /// <returns>The operator that follows, left where it is, or <see langword="null"/> where a word follows or nothing.</returns>
    public string? PeekOperator()
    {
        SkipBlanks();
        return Array.Find(Operators, one => string.CompareOrdinal(text, _at, one, 0, one.Length) == 0);
    }

    public bool Take(string token)
    {
        if (PeekOperator() != token)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    /// <returns>The word that follows, left where it is; empty where none does.</returns>
    public string PeekWord()
    {
        SkipBlanks();
        var before = _at;
        var word = PeekOperator() is null ? ReadWord() : string.Empty;
        _at = before;
        return word;
    }

    public string ReadWord()
    {
        SkipBlanks();
        var start = _at;
        while (_at < text.Length && !EndsWord.Contains(text[_at]))
        {
            _at = ShellQuotes.SkipOne(text, _at);
        }

        return text[start.._at];
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\r')
            {
                _at++;
            }
            else if (text[_at] is '\\' && _at + 1 < text.Length && text[_at + 1] is '\n')
            {
                _at += 2;
            }
            else if (text[_at] is '#')
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }
}
