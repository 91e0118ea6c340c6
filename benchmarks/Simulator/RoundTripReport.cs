using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Benchmarks.Simulator;

/// <summary>
/// DescribeServices over HTTP, one request after the other on one connection: two servers in turns, each in a process of its own, which hold the same service. The
/// client is the same plain one for both, so that the servers are compared and not AWS clients.
/// </summary>
internal static class RoundTripReport
{
    private const int WarmUp = 500;
    private const int Calls = 2000;
    private const string Service = """{"cluster":"bench","services":["web"]}""";

    public static async Task<int> RunAsync(string simulator, string baseline)
    {
        using var client = new HttpClient();
        Uri[] servers = [new(simulator), new(baseline)];
        foreach (var server in servers)
        {
            await SetUpAsync(client, server);
        }

        var times = servers.ToDictionary(server => server, _ => new List<double>());
        for (var i = 0; i < WarmUp + Calls; i++)
        {
            foreach (var server in servers)
            {
                var start = TimeProvider.System.GetTimestamp();
                var answer = await CallAsync(client, server, "DescribeServices", Service);
                var taken = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
                if (answer["services"]!.AsArray().Count != 1)
                {
                    throw new System.InvalidOperationException($"{server} does not know the service: {answer}");
                }

                if (i >= WarmUp)
                {
                    times[server].Add(taken);
                }
            }
        }

        var (own, other) = (Median(times[servers[0]]), Median(times[servers[1]]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"simulator: median round trip of DescribeServices: {own:F2} ms, moto_server {other:F2} ms, ratio {own / other:F2}"));
        return 0;
    }

    private static async Task SetUpAsync(HttpClient client, Uri server)
    {
        await CallAsync(client, server, "CreateCluster", """{"clusterName":"bench"}""");
        await CallAsync(client, server, "RegisterTaskDefinition", """{"family":"web","containerDefinitions":[{"name":"app","image":"web:v1","memory":128}]}""");
        await CallAsync(client, server, "CreateService", """{"cluster":"bench","serviceName":"web","taskDefinition":"web:1","desiredCount":2}""");
    }

    private static async Task<JsonObject> CallAsync(HttpClient client, Uri server, string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server) { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1") };
        request.Headers.Add("X-Amz-Target", $"AmazonEC2ContainerServiceV20141113.{operation}");
        request.Headers.TryAddWithoutValidation("Authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/ecs/aws4_request, SignedHeaders=host, Signature=00");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)!.AsObject() : throw new HttpRequestException($"{operation} at {server}: {text}");
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
