using System.Net.Http.Headers;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>Makes the log group of the seed's containers, without which none of them starts, by a plain call; CloudWatch Logs is no service of this library.</summary>
internal static class SeedLogGroup
{
    public static async Task CreateAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent("""{"logGroupName":"/ecs/aws-ecs-getting-started"}""", new MediaTypeHeaderValue("application/x-amz-json-1.1")),
            Headers = { { "X-Amz-Target", "Logs_20140328.CreateLogGroup" } },
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", "Credential=test/20260101/ap-northeast-1/logs/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await client.SendAsync(request, cancellationToken);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}
