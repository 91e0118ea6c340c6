using BlueGreen.Ecs.Simulator;
using BlueGreen.Quickstart;
using TrafficCount = BlueGreen.Quickstart.TrafficCount;

namespace BlueGreen.PipelineSetup;

/// <summary>People who look at the page from the moment at which it is there.</summary>
internal sealed class Users(AwsSimulator aws) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private Task<Traffic>? _arriving;

    /// <summary>Has them wait at a listener until the page is there.</summary>
    public void Arrive(string listenerArn)
    {
        _address.SetResult(aws.AddressOf(listenerArn) ?? throw new InvalidOperationException($"Nothing listens for {listenerArn}."));
        _arriving = VisitAsync();
    }

    /// <summary>Prints the page as soon as it is that of a version.</summary>
    public async Task SeeAsync(string version, CancellationToken cancellationToken)
    {
        var address = await _address.Task.WaitAsync(cancellationToken);
        Console.WriteLine($"    page {version} at {address}: {await WaitForAsync(address, version, cancellationToken)}");
    }

    /// <summary>Sends them away, and counts what they got.</summary>
    public async Task<TrafficCount> LeaveAsync()
    {
        await using var traffic = await _arriving!;
        return await traffic.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_arriving is not null)
        {
            await ((Task)_arriving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _client.Dispose();
        _stop.Dispose();
    }

    private async Task<Traffic> VisitAsync()
    {
        var address = await _address.Task;
        await WaitForAsync(address, "v1", _stop.Token);
        return Traffic.Start(address);
    }

    // The page of an old version may still come a while after the first one of the new.
    private async Task<string> WaitForAsync(Uri address, string version, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await _client.GetAsync(address, cancellationToken);
            if (response.IsSuccessStatusCode && response.Headers.TryGetValues(SimulatedResponse.VersionHeader, out var versions) && versions.Contains(version, StringComparer.Ordinal))
            {
                return await response.Content.ReadAsStringAsync(cancellationToken);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
