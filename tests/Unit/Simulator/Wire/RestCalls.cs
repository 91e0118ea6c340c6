using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Wire;

/// <summary>Requests of the REST protocols over the in-memory wire.</summary>
internal static class RestCalls
{
    extension(AwsSimulator simulator)
    {
        public async Task<(int Status, string Body, HttpResponseMessage Response)> RestAsync(
            string service, string call, byte[]? body = null, (string Name, string Value)[]? headers = null, string host = "aws.invalid")
        {
            using var client = new HttpClient(simulator.CreateHandler());
            var parts = call.Split(' ', 2);
            using var request = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri($"https://{host}{parts[1]}")) { Content = body is null ? null : new ByteArrayContent(body) };
            request.Headers.TryAddWithoutValidation("Authorization",
                $"AWS4-HMAC-SHA256 Credential=test/20260101/{SimulatorCalls.Region}/{service}/aws4_request, SignedHeaders=host, Signature=00");
            foreach (var (name, value) in headers ?? [])
            {
                if (!request.Headers.TryAddWithoutValidation(name, value))
                {
                    request.Content!.Headers.TryAddWithoutValidation(name, value);
                }
            }

            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
        }
    }
}
