using System.Collections.Concurrent;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Quickstart;

/// <summary>What users do meanwhile: 40 requests a second over real HTTP, whether or not the one before has been answered.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1) / 40;

    private readonly HttpClient _client = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _answers = new();
    private readonly TaskCompletionSource _newVersionServes = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _address;
    private readonly Task _driving;

    private Traffic(Uri address)
    {
        _address = address;
        _driving = DriveAsync();
    }

    /// <summary>Ends when version 2 has answered a request.</summary>
    public Task NewVersionServes => _newVersionServes.Task;

    public static Traffic Start(Uri address) => new(address);

    /// <summary>Waits for the answers that are due, and counts.</summary>
    public async Task<TrafficCount> StopAsync()
    {
        await _stop.CancelAsync();
        await _driving;
        return TrafficCount.Of(_answers);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task DriveAsync()
    {
        var requests = new List<Task>();
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        while (!_stop.IsCancellationRequested)
        {
            requests.Add(SendAsync());
            await ((Task)timer.WaitForNextTickAsync(_stop.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(requests);
    }

    private async Task SendAsync()
    {
        try
        {
            using var response = await _client.GetAsync(_address, CancellationToken.None);
            var version = response.Headers.TryGetValues(SimulatedResponse.VersionHeader, out var values) ? values.Single() : "unknown";
            _answers.Enqueue(response.IsSuccessStatusCode ? version : TrafficCount.Failure);
            if (version == "v2")
            {
                _newVersionServes.TrySetResult();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            _answers.Enqueue(TrafficCount.Failure);
        }
    }
}
