namespace BlueGreen.Cli;

/// <summary>What the process tells its caller; listed in docs/cli.md.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Wrong input, or a deployment that would fail: nothing has been started.</summary>
    public const int BadInput = 1;

    /// <summary>The deployment failed, whether or not it was rolled back.</summary>
    public const int NotDeployed = 3;

    /// <summary>Ctrl-C or SIGTERM.</summary>
    public const int Canceled = 130;
}
