namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>Asks for a page, one request after the other, and counts who answered.</summary>
internal sealed class Visitors : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly CancellationTokenSource _leaving = new();
    private readonly SortedDictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly List<string> _failed = [];
    private readonly Task _visiting;

    public Visitors(Uri page) => _visiting = VisitAsync(page);

    /// <returns>How often each version answered, and what went wrong.</returns>
    public async Task<(IReadOnlyDictionary<string, int> Versions, IReadOnlyList<string> Failed)> EndAsync()
    {
        await _leaving.CancelAsync();
        await _visiting;
        return (_versions, _failed);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _leaving.Dispose();
        _client.Dispose();
    }

    // A request that has begun is waited for: it counts.
    private async Task VisitAsync(Uri page)
    {
        while (!_leaving.IsCancellationRequested)
        {
            try
            {
                using var answer = await _client.GetAsync(page, CancellationToken.None);
                var version = answer.Headers.TryGetValues("x-bluegreen-version", out var values) ? values.First() : "none";
                _versions[version] = _versions.GetValueOrDefault(version) + 1;
                if (!answer.IsSuccessStatusCode)
                {
                    _failed.Add($"{(int)answer.StatusCode} of {version}");
                }
            }
            catch (HttpRequestException exception)
            {
                _failed.Add(exception.Message);
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }
}
