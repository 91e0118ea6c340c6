using System.ComponentModel;
using System.Diagnostics;

namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>Runs Python programs of the tests, where Python and the modules that they need are installed.</summary>
internal static class PythonScript
{
    /// <summary>Runs a script with boto3 pointed at an endpoint.</summary>
    /// <returns>What it printed; the test is skipped where boto3 is missing, and fails where the script does.</returns>
    public static async Task<string> RunWithBoto3Async(string script, Uri endpoint, CancellationToken cancellationToken)
    {
        var (code, _, error) = await TryRunAsync(["-c", "import boto3"], null, cancellationToken);
        Assert.SkipUnless(code == 0, $"python3 with boto3 is not installed: {error.Trim()}");

        var (exit, output, trace) = await TryRunAsync(["-c", script], endpoint, cancellationToken);
        exit.Should().Be(0, trace);
        return output;
    }

    private static async Task<(int Code, string Output, string Error)> TryRunAsync(string[] arguments, Uri? endpoint, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_DEFAULT_REGION"] = "eu-west-1";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint?.AbsoluteUri;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            return (-1, string.Empty, e.Message);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
    }
}
