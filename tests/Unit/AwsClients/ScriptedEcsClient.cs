using System.Net;
using Amazon;
using Amazon.ECS;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

/// <summary>The real ECS client before an HTTP server that answers from a script, and remembers what it was asked.</summary>
internal static class ScriptedEcsClient
{
    public static AmazonECSClient Create(List<HttpRequestMessage> asked, params (HttpStatusCode Status, string Body)[] answers) =>
        new(new BasicAWSCredentials("id", "secret"), new AmazonECSConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            HttpClientFactory = new Factory(asked, new Queue<(HttpStatusCode, string)>(answers)),
            MaxErrorRetry = 0,
        });

    private sealed class Factory(List<HttpRequestMessage> asked, Queue<(HttpStatusCode Status, string Body)> answers) : HttpClientFactory
    {
#pragma warning disable CA2000 // The HTTP client disposes its handler.
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Server(asked, answers));
#pragma warning restore CA2000
    }

    private sealed class Server(List<HttpRequestMessage> asked, Queue<(HttpStatusCode Status, string Body)> answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request);
            var (status, body) = answers.Dequeue();
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body), RequestMessage = request });
        }
    }
}
