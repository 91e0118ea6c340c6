namespace BlueGreen.Cli;

/// <summary>What the environment says; the edge of a program is where it is read.</summary>
internal static class EnvironmentVariable
{
    /// <returns>The value, or <see langword="null"/> where it is missing or empty.</returns>
#pragma warning disable RS0030 // Banned anywhere else.
    public static string? Find(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
#pragma warning restore RS0030
}
