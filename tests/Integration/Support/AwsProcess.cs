using System.ComponentModel;
using System.Diagnostics;

namespace BlueGreen.Ecs.Tests.Integration.Support;

/// <summary>Runs programs of others that talk to AWS, pointed at an endpoint with credentials that any simulator takes.</summary>
internal static class AwsProcess
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, or -1 and the reason where it is not installed; what it printed.</returns>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, Uri? endpoint, string region, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
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
        catch (Win32Exception missing)
        {
            return (-1, string.Empty, missing.Message);
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
