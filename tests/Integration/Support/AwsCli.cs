using System.ComponentModel;
using System.Diagnostics;

namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>The AWS CLI, where it is installed.</summary>
internal static class AwsCli
{
    public static async Task SkipUnlessInstalledAsync(CancellationToken cancellationToken)
    {
        var (code, _, error) = await TryRunAsync(null, null, ["--version"], cancellationToken);
        Assert.SkipUnless(code == 0, $"The AWS CLI is not installed: {error.Trim()}");
    }

    /// <summary>Runs a command; the test fails where it does.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(Uri endpoint, string region, CancellationToken cancellationToken, params string[] arguments)
    {
        var (code, output, error) = await TryRunAsync(endpoint, region, arguments, cancellationToken);
        code.Should().Be(0, "aws {0} should succeed: {1}{2}", string.Join(' ', arguments), output, error);
        return output;
    }

    private static async Task<(int Code, string Output, string Error)> TryRunAsync(Uri? endpoint, string? region, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("aws", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_DEFAULT_REGION"] = region;
        start.Environment["AWS_ENDPOINT_URL"] = endpoint?.AbsoluteUri;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["NO_PROXY"] = "127.0.0.1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            return (-1, string.Empty, failure.Message);
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
