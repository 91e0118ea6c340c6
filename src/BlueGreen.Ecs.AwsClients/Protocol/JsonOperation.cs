using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>One operation of a service that speaks awsJson 1.x: everything stands in JSON bodies.</summary>
/// <param name="service">The service.</param>
/// <param name="name">The operation's name.</param>
/// <param name="read">Reads the response.</param>
/// <param name="errors">The codes of the errors that the operation names; any other code is the service's base exception.</param>
internal sealed class JsonOperation<TRequest, TResponse>(
    ServiceDescription service, string name, ShapeRead<JsonShapeReader, TResponse> read, params string[] errors)
    : JsonAnswers<TResponse>(service, read, errors)
    where TRequest : AmazonWebServiceRequest, IWritableShape
    where TResponse : AmazonWebServiceResponse
{
    private const string QueryModeHeader = "x-amzn-query-mode";
    private const string QueryErrorHeader = "x-amzn-query-error";

    private readonly string _target = service.Target + "." + name;

    public override IRequest Marshall(AmazonWebServiceRequest input)
    {
        var content = new PooledContentStream();
        var request = new DefaultRequest(input, Service.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers["Content-Type"] = Service.ContentType;
        request.Headers["x-amz-api-version"] = Service.Version;
        if (Service.IsQueryCompatible)
        {
            request.Headers[QueryModeHeader] = "true";
        }

        using var json = new Utf8JsonWriter(content.BufferWriter);
        new JsonShapeWriter(json).Value((TRequest)input);
        json.Flush();
        return request;
    }

    /// <summary>The code and the fault of the query protocol's time, told in a header as <c>Code;Sender</c>.</summary>
    protected override void Complete(JsonUnmarshallerContext input, ErrorResponse error)
    {
        if (!Service.IsQueryCompatible
            || !input.ResponseData.IsHeaderPresent(QueryErrorHeader)
            || input.ResponseData.GetHeaderValue(QueryErrorHeader).Split(';') is not [{ Length: > 0 } code, var fault])
        {
            return;
        }

        error.Code = code;
        error.Type = Enum.TryParse<ErrorType>(fault, ignoreCase: true, out var type) ? type : ErrorType.Unknown;
    }
}
