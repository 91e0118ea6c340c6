using System.Net;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

/// <summary>A page that answers from a list, the last answer again and again.</summary>
internal sealed class Page(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public HttpClient Client => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Answer(HttpStatusCode status, string body = "") =>
        _ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });

    public static Func<CancellationToken, Task<HttpResponseMessage>> Fail(Exception exception) => _ => Task.FromException<HttpResponseMessage>(exception);

    public static async Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("It has answered.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return answers[Math.Min(Requests.Count, answers.Length) - 1](cancellationToken);
    }
}
