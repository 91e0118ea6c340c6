using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator;

/// <summary>Short ways to call the simulator in tests.</summary>
internal static class SimulatorCalls
{
    public const string Region = "eu-west-1";

    extension(AwsSimulator simulator)
    {
        public JsonObject Call(string call, JsonObject? input = null)
        {
            var parts = call.Split('.');
            return simulator.Invoke(parts[0], parts[1], input ?? [], Region);
        }

        /// <summary>Sends a JSON request over the in-memory wire.</summary>
        public async Task<(int Status, JsonObject Body, HttpResponseMessage Response)> PostJsonAsync(string target, string body, string service = "ecr")
        {
            using var client = new HttpClient(simulator.CreateHandler());
            using var request = Signed(service, new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"));
            request.Headers.Add("X-Amz-Target", target);
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, JsonNode.Parse(text)!.AsObject(), response);
        }

        /// <summary>Sends a query request over the in-memory wire.</summary>
        public async Task<(int Status, string Xml)> PostFormAsync(string form, string service = "elasticloadbalancing")
        {
            using var client = new HttpClient(simulator.CreateHandler());
            using var request = Signed(service, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    private static HttpRequestMessage Signed(string service, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://aws.invalid/")) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/{Region}/{service}/aws4_request, SignedHeaders=host, Signature=00");
        return request;
    }
}
