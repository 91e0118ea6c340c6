using System.Net;

namespace BlueGreen.Ecs;

/// <summary>
/// A gate that asks a page, such as the health page behind the test listener, until it has answered well several times in a row. Every call returns a new
/// value and leaves this one as it was. Redirects are not followed: they are answers, which can be expected.
/// </summary>
public sealed class HttpProbe : IGate
{
    private readonly HttpProbeSettings _settings;

    private HttpProbe(HttpProbeSettings settings) => _settings = settings;

    /// <summary>Asks a page by GET. Answers well: any status from 200 to 299.</summary>
    /// <param name="url">The page's absolute address, with <c>http</c> or <c>https</c>. Verdicts show it without a user's name and without the values of its query.</param>
    /// <exception cref="ArgumentException">The text is no such address.</exception>
#pragma warning disable CA1054 // An address is written as a text; what is wrong with it is told here.
    public static HttpProbe Of(string url)
#pragma warning restore CA1054
    {
        ArgumentNullException.ThrowIfNull(url);

        // What was given is not shown: it may hold a password.
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new(new() { Address = address! })
            : throw new ArgumentException("This is no address of a page. Allowed is an absolute one, such as http://test.example.com:8080/health.", nameof(url));
    }

    /// <summary>Says which statuses are good answers. Default: 200 to 299.</summary>
    /// <param name="statuses">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public HttpProbe Expecting(params IEnumerable<HttpStatusCode> statuses)
    {
        var allowed = (statuses ?? throw new ArgumentNullException(nameof(statuses))).ToEquatableArray();
        return allowed.Count > 0 ? new(_settings with { Statuses = allowed }) : throw new ArgumentException("At least one status is needed.", nameof(statuses));
    }

    /// <summary>A good answer's body contains this, in this case. Default: any body.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public HttpProbe WithBodyContaining(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new(_settings with { Body = body => body.Contains(text, StringComparison.Ordinal) ? null : $"its body does not contain '{text}'" });
    }

    /// <summary>A good answer's body is one that the caller's code says yes to. Default: any body.</summary>
    /// <param name="isGood">Gets the first 64 KiB of the body, as UTF-8.</param>
    public HttpProbe WithBody(Predicate<string> isGood)
    {
        ArgumentNullException.ThrowIfNull(isGood);
        return new(_settings with { Body = body => isGood(body) ? null : "its body is not as expected" });
    }

    /// <summary>Sends a header with every request.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value, which no verdict shows.</param>
    /// <exception cref="ArgumentException">A request cannot have such a header.</exception>
    public HttpProbe WithHeader(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var trial = new HttpRequestMessage();
        return trial.Headers.TryAddWithoutValidation(name, value) && !value.AsSpan().ContainsAny('\r', '\n')
            ? new(_settings with { Headers = [.. _settings.Headers, new(name, value)] })
            : throw new ArgumentException($"A GET request can have no header '{name}' with this value.", nameof(name));
    }

    /// <summary>Says how many good answers in a row are wanted. Default: 3.</summary>
    /// <param name="inARow">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public HttpProbe Successes(int inARow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inARow, 1);
        return new(_settings with { Successes = inARow });
    }

    /// <summary>Says how often the page is asked at most. Default: as often as the time allows.</summary>
    /// <param name="most">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public HttpProbe Attempts(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return new(_settings with { Attempts = most });
    }

    /// <summary>Says for how long the page is asked before the deployment is rolled back. Default: 2 minutes.</summary>
    /// <param name="limit">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public HttpProbe Within(TimeSpan limit) => new(_settings with { Limit = GateTime.Checked(limit) });

    /// <summary>Says how long the pause after an answer is. Default: 5 seconds.</summary>
    /// <param name="pause">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public HttpProbe Every(TimeSpan pause) => new(_settings with { Pause = GateTime.Checked(pause) });

    /// <summary>Says how long an answer may take. Default: 10 seconds.</summary>
    /// <param name="limit">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public HttpProbe TimeoutPerRequest(TimeSpan limit) => new(_settings with { RequestLimit = GateTime.Checked(limit) });

    /// <summary>Asks through a client of the caller's, with its own handler, proxy and certificates. Default: a client of the gate's own, without cookies.</summary>
    /// <param name="client">The client; it is not disposed. Whether redirects are followed is then its handler's choice.</param>
    public HttpProbe Through(HttpClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new(_settings with { Client = client });
    }

    /// <inheritdoc />
    public async Task<GateVerdict> DecideAsync(GateContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_settings.Client is { } client)
        {
            return await new HttpProbing(_settings, client, context.Clock).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var own = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return await new HttpProbing(_settings, own, context.Clock).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
