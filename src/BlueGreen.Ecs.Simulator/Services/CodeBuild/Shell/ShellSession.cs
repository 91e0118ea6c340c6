using System.Text;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>
/// A shell of a build: the part of a POSIX shell that buildspecs commonly use. Commands are functions of the simulator; one that is not known does nothing
/// and succeeds.
/// </summary>
internal sealed class ShellSession(IReadOnlyDictionary<string, Func<ShellCall, int>> commands, Action<string> log)
{
    private int _conditions;

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public FileSet Files { get; set; } = FileSet.Empty;

    /// <summary>Where the shell is, from the source's folder: empty there, else it ends in a slash.</summary>
    public string Folder { get; set; } = string.Empty;

    public bool StopsAtErrors { get; set; }

    public bool PipesFail { get; set; }

    public int LastExit { get; set; }

    /// <summary>Runs a script. What it prints goes to the log.</summary>
    /// <returns>Its exit code.</returns>
    public int Run(string script)
    {
        var output = new StringBuilder();
        try
        {
            LastExit = Run(ShellParser.Parse(script), string.Empty, output);
        }
        catch (ShellExitException exit)
        {
            LastExit = exit.Code;
        }
        catch (ShellException error)
        {
            log($"sh: {error.Message}");
            LastExit = 2;
        }

        Tell(output);
        return LastExit;
    }

    /// <summary>What a command substitution yields: the output without its last line ends.</summary>
    public string Capture(string script)
    {
        var output = new StringBuilder();
        Isolated(() => LastExit = Run(ShellParser.Parse(script), string.Empty, output));
        return output.ToString().TrimEnd('\n');
    }

    public string PathOf(string path)
    {
        var root = Variables.GetValueOrDefault("CODEBUILD_SRC_DIR", "/");
        path = path.StartsWith(root + "/", StringComparison.Ordinal) ? "/" + path[(root.Length + 1)..] : path;
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : Folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private int Run(ShellNode node, string input, StringBuilder output) => node switch
    {
        ShellNode.Command command => ShellCommandRun.Run(this, commands, log, command, input, output),
        ShellNode.Sequence sequence => RunAll(sequence, input, output),
        ShellNode.Chain chain => RunChain(chain, input, output),
        ShellNode.Pipe pipe => RunPipe(pipe, input, output),
        ShellNode.Not not => Condition(() => Run(not.Body, input, output)) == 0 ? 1 : 0,
        ShellNode.If branch => Condition(() => Run(branch.Condition, input, output)) == 0
            ? Run(branch.Then, input, output)
            : branch.Else is null ? 0 : Run(branch.Else, input, output),
        ShellNode.Subshell subshell => RunSubshell(subshell, input, output),
        _ => throw new ShellException("syntax error"),
    };

    private int RunAll(ShellNode.Sequence sequence, string input, StringBuilder output)
    {
        var code = 0;
        foreach (var part in sequence.Parts)
        {
            LastExit = code = Run(part, input, output);
            if (code != 0 && StopsAtErrors && _conditions == 0)
            {
                throw new ShellExitException(code);
            }
        }

        return code;
    }

    private int RunChain(ShellNode.Chain chain, string input, StringBuilder output)
    {
        var left = Condition(() => Run(chain.Left, input, output));
        return left == 0 == chain.WhenDone ? Run(chain.Right, input, output) : left;
    }

    private int RunPipe(ShellNode.Pipe pipe, string input, StringBuilder output)
    {
        var (code, failed) = (0, 0);
        for (var i = 0; i < pipe.Parts.Count; i++)
        {
            var written = i == pipe.Parts.Count - 1 ? output : new StringBuilder();
            code = Run(pipe.Parts[i], input, written);
            failed = code == 0 ? failed : code;
            input = written.ToString();
        }

        return PipesFail ? failed : code;
    }

    private int RunSubshell(ShellNode.Subshell subshell, string input, StringBuilder output)
    {
        var (code, written) = (0, new StringBuilder());
        Isolated(() => code = Run(subshell.Body, input, written));
        ShellCommandRun.Deliver(this, subshell.Redirections, written, new StringBuilder(), output, log);
        return code;
    }

    // A subshell's variables, options and exit stay within it; its files do not.
    private void Isolated(Action body)
    {
        var (variables, folder, stops, pipes) = (new Dictionary<string, string>(Variables, StringComparer.Ordinal), Folder, StopsAtErrors, PipesFail);
        try
        {
            body();
        }
        catch (ShellExitException exit)
        {
            LastExit = exit.Code;
        }

        Variables.Clear();
        foreach (var (name, value) in variables)
        {
            Variables[name] = value;
        }

        (Folder, StopsAtErrors, PipesFail) = (folder, stops, pipes);
    }

    private int Condition(Func<int> body)
    {
        _conditions++;
        try
        {
            return body();
        }
        finally
        {
            _conditions--;
        }
    }

    private void Tell(StringBuilder output)
    {
        foreach (var line in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log(line);
        }
    }
}
