namespace BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

/// <summary>A script that cannot be read: malformed, or in words that the simulator's shell does not know.</summary>
internal sealed class ShellException(string message) : Exception(message);
