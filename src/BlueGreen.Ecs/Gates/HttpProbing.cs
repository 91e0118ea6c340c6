using System.Text;

namespace BlueGreen.Ecs;

/// <summary>Asks a page until it has answered well often enough, or too late.</summary>
internal sealed class HttpProbing(HttpProbeSettings settings, HttpClient client, TimeProvider clock)
{
    private const int MostOfBody = 64 * 1024;

    public async Task<GateVerdict> RunAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var (inARow, best) = (0, 0);
        var last = "the time was too short";
        for (var attempt = 1; ; attempt++)
        {
            var complaint = await AskAsync(cancellationToken).ConfigureAwait(false);
            inARow = complaint is null ? inARow + 1 : 0;
            last = complaint ?? last;
            best = Math.Max(best, inARow);
            if (inARow == settings.Successes)
            {
                return GateVerdict.Continue;
            }

            var elapsed = clock.GetElapsedTime(begun);
            if (attempt == settings.Attempts || elapsed + settings.Pause > settings.Limit)
            {
                return GateVerdict.RollBack(FormattableString.Invariant(
                    $"{HttpProbeText.Shown(settings.Address)} gave {best} of {settings.Successes} good answers in a row, in {attempt} attempts and {elapsed:c}. What went wrong last: {last}."));
            }

            await Task.Delay(settings.Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>What was wrong with the answer; <see langword="null"/> when it was good.</returns>
    private async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.RequestLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, settings.Address);
            foreach (var header in settings.Headers)
            {
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return Judge(response, await ReadAsync(response, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return limit.IsCancellationRequested ? FormattableString.Invariant($"no answer within {settings.RequestLimit:c}") : "no answer in the client's time";
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return HttpProbeText.OneLine(exception.Message);
        }
    }

    private string? Judge(HttpResponseMessage response, string body)
    {
        var isExpected = settings.Statuses.Count == 0 ? response.IsSuccessStatusCode : settings.Statuses.Contains(response.StatusCode);
        var wrong = isExpected ? settings.Body?.Invoke(body) : $"expected was {(settings.Statuses.Count == 0 ? "200 to 299" : string.Join(" or ", settings.Statuses.Select(status => (int)status)))}";
        return wrong is null ? null : FormattableString.Invariant($"status {(int)response.StatusCode}, body '{HttpProbeText.OneLine(body)}': {wrong}");
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[MostOfBody];
            var length = await stream.ReadAtLeastAsync(buffer, MostOfBody, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}
