namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>Reads a script: commands, pipes, chains, subshells and <c>if</c>.</summary>
internal sealed class ShellParser
{
    private static readonly string[] Unknown = ["for", "while", "until", "case", "function", "select", "[["];
    private readonly ShellScanner _scanner;

    private ShellParser(string text) => _scanner = new ShellScanner(text);

    /// <exception cref="ShellException">The script cannot be read.</exception>
    public static ShellNode Parse(string text)
    {
        var parser = new ShellParser(text);
        var script = parser.Sequence();
        return parser._scanner.IsAtEnd ? script : throw new ShellException($"syntax error near unexpected token `{parser._scanner.PeekOperator() ?? parser._scanner.PeekWord()}'");
    }

    private ShellNode.Sequence Sequence(params ReadOnlySpan<string> ends)
    {
        var parts = new List<ShellNode>();
        while (true)
        {
            while (_scanner.Take(";") || _scanner.Take("\n") || _scanner.Take("&"))
            {
                // Between two commands there may be any number of these.
            }

            if (_scanner.IsAtEnd || _scanner.PeekOperator() is ")" || ends.Contains(_scanner.PeekWord()))
            {
                return new ShellNode.Sequence(parts);
            }

            parts.Add(Chain());
        }
    }

    private ShellNode Chain()
    {
        var left = Pipe();
        while (_scanner.PeekOperator() is "&&" or "||")
        {
            var whenDone = _scanner.Take("&&");
            if (!whenDone)
            {
                _scanner.Take("||");
            }

            SkipLines();
            left = new ShellNode.Chain(left, whenDone, Pipe());
        }

        return left;
    }

    private ShellNode Pipe()
    {
        if (_scanner.PeekWord() is "!")
        {
            _scanner.ReadWord();
            return new ShellNode.Not(Pipe());
        }

        var parts = new List<ShellNode> { Single() };
        while (_scanner.Take("|"))
        {
            SkipLines();
            parts.Add(Single());
        }

        return parts is [var only] ? only : new ShellNode.Pipe(parts);
    }

    private ShellNode Single()
    {
        if (_scanner.Take("("))
        {
            var body = Sequence();
            return _scanner.Take(")") ? new ShellNode.Subshell(body, Redirections()) : throw new ShellException("syntax error: unexpected end of file");
        }

        var word = _scanner.PeekWord();
        if (Array.IndexOf(Unknown, word) >= 0)
        {
            throw new ShellException($"the simulator's shell does not know `{word}'");
        }

        return word switch
        {
            "if" => If(),
            "{" => Group(),
            _ => Command(),
        };
    }

    private ShellNode.Sequence Group()
    {
        _scanner.ReadWord();
        var body = Sequence("}");
        Expect("}");
        return body;
    }

    private ShellNode.If If()
    {
        _scanner.ReadWord();
        var condition = Sequence("then");
        Expect("then");
        var then = Sequence("else", "elif", "fi");
        switch (_scanner.PeekWord())
        {
            case "elif":
                return new ShellNode.If(condition, then, If());
            case "else":
                _scanner.ReadWord();
                var otherwise = Sequence("fi");
                Expect("fi");
                return new ShellNode.If(condition, then, otherwise);
            default:
                Expect("fi");
                return new ShellNode.If(condition, then, null);
        }
    }

    private ShellNode.Command Command()
    {
        var (words, redirections) = (new List<string>(), new List<ShellNode.Redirection>());
        while (!_scanner.IsAtEnd)
        {
            if (Redirection() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if (_scanner.PeekOperator() is null)
            {
                words.Add(_scanner.ReadWord());
            }
            else
            {
                break;
            }
        }

        return words.Count + redirections.Count > 0
            ? new ShellNode.Command(words, redirections)
            : throw new ShellException($"syntax error near unexpected token `{_scanner.PeekOperator() ?? "newline"}'");
    }

    private List<ShellNode.Redirection> Redirections()
    {
        var found = new List<ShellNode.Redirection>();
        while (Redirection() is { } redirection)
        {
            found.Add(redirection);
        }

        return found;
    }

    private ShellNode.Redirection? Redirection()
    {
        if (_scanner.PeekOperator() is not ("2>&1" or "2>>" or "2>" or ">&2" or ">>" or ">" or "<") and not null)
        {
            return null;
        }

        if (_scanner.PeekOperator() is not { } found)
        {
            return null;
        }

        _scanner.Take(found);
        return new ShellNode.Redirection(found, found is "2>&1" or ">&2" ? string.Empty : _scanner.ReadWord());
    }

    private void Expect(string word)
    {
        if (_scanner.ReadWord() != word)
        {
            throw new ShellException($"syntax error: `{word}' is missing");
        }
    }

    private void SkipLines()
    {
        while (_scanner.Take("\n"))
        {
            // A pipe or chain may go on in the next line.
        }
    }
}
