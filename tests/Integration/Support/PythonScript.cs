namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>Runs Python programs of the tests, where Python and the modules that they need are installed.</summary>
internal static class PythonScript
{
    private const string Region = "eu-west-1";

    /// <summary>Runs a script with boto3 pointed at an endpoint, or nowhere when it calls nobody.</summary>
    /// <returns>What it printed; the test is skipped where boto3 is missing, and fails where the script does.</returns>
    public static async Task<string> RunWithBoto3Async(string script, Uri? endpoint, CancellationToken cancellationToken, params string[] arguments)
    {
        var (code, _, error) = await AwsProcess.RunAsync("python3", ["-c", "import boto3"], endpoint: null, Region, cancellationToken);
        Assert.SkipUnless(code == 0, $"python3 with boto3 is not installed: {error.Trim()}");

        var (exit, output, trace) = await AwsProcess.RunAsync("python3", ["-c", script, .. arguments], endpoint, Region, cancellationToken);
        exit.Should().Be(0, trace);
        return output;
    }
}
