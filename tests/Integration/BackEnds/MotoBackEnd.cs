using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>moto: an independent opinion on the wire format that never moves a deployment. Skipped where it is not installed.</summary>
internal sealed class MotoBackEnd : IBackEnd
{
    private readonly Process _process;

    private MotoBackEnd(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    public bool MovesDeployments => false;

    public static async Task<MotoBackEnd> StartAsync(CancellationToken cancellationToken)
    {
        var program = Executable.Find("moto_server");
        Assert.SkipWhen(program is null, "moto_server is not installed.");
        var port = FreePort();
        var start = new ProcessStartInfo(program!, ["-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new MotoBackEnd(process, new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"));
        await server.WaitUntilReadyAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync() => await Executable.EndAsync(_process);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Endpoint };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/moto-api/data.json", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }

        throw new TimeoutException("moto_server did not answer within a minute.");
    }
}
