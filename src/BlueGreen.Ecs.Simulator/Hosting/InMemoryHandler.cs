using System.Net;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>Answers HTTP requests from the simulator without a socket, and without leaving the caller's thread.</summary>
internal sealed class InMemoryHandler(WireEndpoint endpoint, SimulatorClock clock) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        var reply = Ask(request, body.ToArray());
        clock.Pass(reply.Delay, cancellationToken);
        return Answer(request, reply);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var reply = Ask(request, body);
        if (reply.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reply.Delay, clock, cancellationToken).ConfigureAwait(false);
        }

        return Answer(request, reply);
    }

    private WireReply Ask(HttpRequestMessage request, byte[] body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        foreach (var (name, values) in request.Content?.Headers.NonValidated ?? default)
        {
            headers[name] = values.ToString();
        }

        var uri = request.RequestUri!;
        headers.TryAdd("Host", uri.Authority);
        return endpoint.Handle(new WireRequest(request.Method.Method, uri.AbsolutePath, uri.Query.TrimStart('?'), headers, body));
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, WireReply reply)
    {
        LostReply.ThrowIf(reply.Lost);
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { RequestMessage = request, Content = new ReadOnlyMemoryContent(reply.Body) };
        if (reply.ContentType.Length > 0)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", reply.ContentType);
        }

        foreach (var (name, value) in reply.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
