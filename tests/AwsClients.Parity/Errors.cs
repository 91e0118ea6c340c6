using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Reads every error of a service as the answer to every of its operations, and compares the exceptions.</summary>
internal static class Errors
{
    private const string Suffix = "Exception";

    private static readonly Lazy<Comparison> Run = new(Compare);

    public static Comparison Comparison => Run.Value;

    private static Comparison Compare()
    {
        var errors = Peers.OurTypes.Where(IsError).ToList();
        var cases = 0;
        var differences = new List<string>();
        foreach (var response in Peers.OurResponses)
        {
            var (ours, official) = (Peers.OurUnmarshaller(response), Peers.OfficialUnmarshaller(response));
            var ofService = errors.Where(error => string.Equals(error.Namespace, response.Namespace, StringComparison.Ordinal));

            // By shape and by code, which drops the suffix where there is one; one of the two, or both, the service does not know.
            foreach (var (error, code) in ofService.SelectMany(error => new[] { (error, error.Name), (error, error.Name[..^Suffix.Length]) }))
            {
                cases++;
                if (Difference(ours, official, error, code) is { } difference)
                {
                    differences.Add($"{response.FullName} {code}: {difference}");
                }
            }
        }

        return new Comparison(errors.Count, cases, differences);
    }

    private static bool IsError(Type type) => type.IsSubclassOf(typeof(AmazonServiceException)) && Peers.IsModel(type);

    private static string? Difference(ResponseUnmarshaller ours, ResponseUnmarshaller official, Type error, string code)
    {
        var filled = Activator.CreateInstance(error, "it failed")!;
        RandomGraph.Fill(filled, new Dice(code.Length));
        var body = official is XmlResponseUnmarshaller ? XmlBody(filled, code) : JsonBody(filled, code);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["x-amzn-RequestId"] = "r-1",
            ["x-amzn-query-error"] = "AWS.Old.Code;Sender",
        };
        var ourText = Text(CannedResponse.ReadError(ours, body, headers));
        var officialText = Text(CannedResponse.ReadError(official, body, headers));
        return string.Equals(ourText, officialText, StringComparison.Ordinal) ? null : Dump.Difference(ourText, officialText);
    }

    private static string JsonBody(object error, string code)
    {
        var body = (JsonObject)WireText.Json(error)!;
        body["__type"] = $"com.amazonaws.test#{code}";
        body["message"] = "it failed";
        return body.ToJsonString();
    }

    private static string XmlBody(object error, string code) =>
        $"<ErrorResponse xmlns=\"https://x/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>it failed</Message>{WireText.Xml(error)}</Error>"
        + "<RequestId>r-2</RequestId></ErrorResponse>";

    private static string Text(AmazonServiceException exception) =>
        $"{exception.GetType().FullName} {exception.ErrorCode} {exception.ErrorType} {exception.StatusCode} {exception.RequestId} {exception.Message} {Dump.Of(exception)}";
}
