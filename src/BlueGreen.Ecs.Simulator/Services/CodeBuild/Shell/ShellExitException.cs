namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>The script ends itself, by <c>exit</c> or because of <c>set -e</c>.</summary>
internal sealed class ShellExitException(int code) : Exception
{
    public int Code => code;
}
