using System.Net;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

/// <summary>HTTP before a server that answers from a script, and remembers what it was asked.</summary>
internal sealed class ScriptedHttp(List<HttpRequestMessage> asked, params IEnumerable<HttpResponseMessage> answers) : HttpClientFactory
{
    private readonly Queue<HttpResponseMessage> _answers = new(answers);

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            answer.Headers.Add(name, value);
        }

        return answer;
    }

#pragma warning disable CA2000 // The HTTP client disposes its handler.
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Server(asked, _answers));
#pragma warning restore CA2000

    private sealed class Server(List<HttpRequestMessage> asked, Queue<HttpResponseMessage> answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request);
            var answer = answers.Dequeue();
            answer.RequestMessage = request;
            return Task.FromResult(answer);
        }
    }
}
