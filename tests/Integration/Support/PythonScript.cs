namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>Runs Python programs of the tests, where Python and the modules that they need are installed.</summary>
internal static class PythonScript
{
    private const string Region = "eu-west-1";

    /// <summary>Runs a script with boto3 pointed at an endpoint, or nowhere when it calls nobody.</summary>
    /// <returns>What it printed; the test is skipped where boto3 is missing, and fails where the script does.</returns>
    public static async Task<string> RunWithBoto3Async(string script, Uri? endpoint, CancellationToken cancellationToken, params string[] arguments)
    {
        await SkipUnlessInstalledAsync(cancellationToken);
        return await RunAsync(endpoint, ["-c", script, .. arguments], cancellationToken);
    }

    /// <summary>Runs a program of the folder Simulator/Boto3, as <see cref="RunWithBoto3Async"/> does, and writes its figures into the test's output.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunFileAsync(string file, Uri? endpoint, CancellationToken cancellationToken, params string[] arguments)
    {
        await SkipUnlessInstalledAsync(cancellationToken);
        var output = await RunFileOfAsync("Simulator", file, endpoint, cancellationToken, arguments);
        TestContext.Current.TestOutputHelper?.WriteLine(output.TrimEnd());
        return output;
    }

    /// <summary>Runs a program of the Boto3 folder of a room of these tests.</summary>
    /// <returns>What it printed.</returns>
    public static Task<string> RunFileOfAsync(string room, string file, Uri? endpoint, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(endpoint, ["-B", Path.Combine(AppContext.BaseDirectory, room, "Boto3", file), .. arguments], cancellationToken);

    /// <summary>Skips the test where boto3 is missing.</summary>
    public static async Task SkipUnlessInstalledAsync(CancellationToken cancellationToken)
    {
        var (code, _, error) = await AwsProcess.RunAsync("python3", ["-c", "import boto3"], endpoint: null, Region, cancellationToken);
        Assert.SkipUnless(code == 0, $"python3 with boto3 is not installed: {error.Trim()}");
    }

    private static async Task<string> RunAsync(Uri? endpoint, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (exit, output, trace) = await AwsProcess.RunAsync("python3", arguments, endpoint, Region, cancellationToken);
        exit.Should().Be(0, "{0}{1}", output, trace);
        return output;
    }
}
