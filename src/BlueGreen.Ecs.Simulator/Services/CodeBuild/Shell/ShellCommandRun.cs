using System.Text;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>Runs one command: assignments, then the command itself, then what it writes to files.</summary>
internal static partial class ShellCommandRun
{
    public static int Run(
        ShellSession session, IReadOnlyDictionary<string, Func<ShellCall, int>> commands, Action<string> log, ShellNode.Command command, string input, StringBuilder output)
    {
        var assignments = command.Words.TakeWhile(word => Assignment().IsMatch(word)).ToList();
        var words = command.Words.Skip(assignments.Count).SelectMany(word => Expand(session, word)).ToList();
        var before = new Dictionary<string, string>(session.Variables, StringComparer.Ordinal);
        session.LastExit = words.Count == 0 ? 0 : session.LastExit;
        foreach (var assignment in assignments)
        {
            Assign(session, assignment);
        }

        if (words.Count == 0)
        {
            // As in any shell, the assignment ends as the command substitution in it did.
            Deliver(session, command.Redirections, new StringBuilder(), new StringBuilder(), output, log);
            return session.LastExit;
        }

        var call = new ShellCall(session, words[0], words[1..], InputOf(session, command.Redirections) ?? input);
        var code = Perform(commands, call);
        Deliver(session, command.Redirections, call.Output, call.Error, output, log);
        foreach (var name in assignments.Select(word => word.Split('=')[0]))
        {
            // What stands before a command is for that command alone.
            if (before.TryGetValue(name, out var value))
            {
                session.Variables[name] = value;
            }
            else
            {
                session.Variables.Remove(name);
            }
        }

        return code;
    }

    /// <summary>Takes <c>NAME=value</c> over into the variables.</summary>
    public static void Assign(ShellSession session, string assignment)
    {
        var parts = assignment.Split('=', 2);
        session.Variables[parts[0]] = ShellExpansion.Text(session, parts[1]);
    }

    /// <summary>Writes what was printed where the redirections say; the rest goes on.</summary>
    public static void Deliver(ShellSession session, IReadOnlyList<ShellNode.Redirection> redirections, StringBuilder printed, StringBuilder errors, StringBuilder output, Action<string> log)
    {
        var (standard, error) = (printed.ToString(), errors.ToString());
        foreach (var redirection in redirections)
        {
            var target = redirection.Target.Length == 0 ? string.Empty : ShellExpansion.Text(session, redirection.Target);
            switch (redirection.Operator)
            {
                case ">" or ">>":
                    Write(session, target, standard, append: redirection.Operator is ">>");
                    standard = string.Empty;
                    break;
                case "2>" or "2>>":
                    Write(session, target, error, append: redirection.Operator is "2>>");
                    error = string.Empty;
                    break;
                case ">&2":
                    (standard, error) = (string.Empty, error + standard);
                    break;
                case "2>&1":
                    (standard, error) = (standard + error, string.Empty);
                    break;
            }
        }

        output.Append(standard);
        foreach (var line in error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log(line);
        }
    }

    private static IReadOnlyList<string> Expand(ShellSession session, string word) =>
        Assignment().IsMatch(word) ? [word.Split('=', 2)[0] + "=" + ShellExpansion.Text(session, word.Split('=', 2)[1])] : ShellExpansion.Words(session, word);

    private static int Perform(IReadOnlyDictionary<string, Func<ShellCall, int>> commands, ShellCall call)
    {
        if (commands.TryGetValue(call.Name, out var found))
        {
            return found(call);
        }

        call.Error.Append("(the simulator does not run ").Append(call.Name).Append("; it counts as done)\n");
        return 0;
    }

    private static string? InputOf(ShellSession session, IReadOnlyList<ShellNode.Redirection> redirections) =>
        redirections.LastOrDefault(one => one.Operator is "<") is { } from
            ? session.Files.Text(session.PathOf(ShellExpansion.Text(session, from.Target)))
                ?? throw new ShellException($"{from.Target}: No such file or directory")
            : null;

    private static void Write(ShellSession session, string target, string text, bool append)
    {
        if (target is "/dev/null" or "/dev/stderr" or "/dev/stdout")
        {
            return;
        }

        var path = session.PathOf(target);
        session.Files = session.Files.With(path, (append ? session.Files.Text(path) : string.Empty) + text);
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.None, 1000)]
    private static partial Regex Assignment();
}
