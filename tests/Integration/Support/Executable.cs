using System.Diagnostics;

namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>Programs that some machines have.</summary>
internal static class Executable
{
    /// <returns>The program's full path, or <see langword="null"/> where it is not on the PATH.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>Ends a process that this test started, with what it started itself.</summary>
    public static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }
}
