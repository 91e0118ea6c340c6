using System.Text;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>A command that is run: its words, and where it reads and writes.</summary>
/// <param name="Session">The shell.</param>
/// <param name="Name">The command's name.</param>
/// <param name="Arguments">The words behind it, expanded.</param>
/// <param name="Input">What the pipe or file before it says.</param>
internal sealed record ShellCall(ShellSession Session, string Name, IReadOnlyList<string> Arguments, string Input)
{
    public StringBuilder Output { get; } = new();

    public StringBuilder Error { get; } = new();

    public int Print(string line)
    {
        Output.Append(line).Append('\n');
        return 0;
    }

    /// <returns>The exit code, for the command to end with.</returns>
    public int Fail(string line, int code = 1)
    {
        Error.Append(line).Append('\n');
        return code;
    }
}
