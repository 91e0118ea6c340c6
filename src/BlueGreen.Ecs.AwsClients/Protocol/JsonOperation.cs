using System.Net;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>
/// One operation of a service that speaks awsJson 1.x: marshals its request, and unmarshals its response and its errors.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="name">The operation's name.</param>
/// <param name="read">Reads the response.</param>
/// <param name="errors">The codes of the errors that the operation names; any other code is the service's base exception.</param>
internal sealed class JsonOperation<TRequest, TResponse>(
    ServiceDescription service, string name, ShapeRead<JsonShapeReader, TResponse> read, params string[] errors)
    : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest, IWritableShape
    where TResponse : AmazonWebServiceResponse
{
    private const string QueryModeHeader = "x-amzn-query-mode";
    private const string QueryErrorHeader = "x-amzn-query-error";
    private const int LongestName = 128;
    private const int DefaultReaderBuffer = 4096;

    private readonly string _target = service.Target + "." + name;

    public InvokeOptions Options => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var content = new PooledContentStream();
        var request = new DefaultRequest(input, service.ServiceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
        };
        request.Headers["X-Amz-Target"] = _target;
        request.Headers["Content-Type"] = service.ContentType;
        request.Headers["x-amz-api-version"] = service.Version;
        if (service.IsQueryCompatible)
        {
            request.Headers[QueryModeHeader] = "true";
        }

        using var json = new Utf8JsonWriter(content.BufferWriter);
        new JsonShapeWriter(json).Value((TRequest)input);
        json.Flush();
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var body = PooledBody.ReadToEnd(input.Stream);
        var reader = new JsonShapeReader(body.Span.IsEmpty ? "{}"u8 : body.Span, stackalloc char[LongestName]);
        return read(ref reader);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var json = new StreamingUtf8JsonReader(
            input.Stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? DefaultReaderBuffer, input.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref json);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var code = error.Code;
        if (service.IsQueryCompatible)
        {
            UseQueryError(input, error);
        }

        var exception = service.CreateException(errors.Contains(code, StringComparer.Ordinal) ? code : string.Empty, error);
        if (exception is IErrorShape shape)
        {
            ReadMembers(shape, input.GetResponseBodyBytes());
        }

        return exception;
    }

    /// <summary>The code and the fault of the query protocol's time, told in a header as <c>Code;Sender</c>.</summary>
    private static void UseQueryError(JsonUnmarshallerContext input, ErrorResponse error)
    {
        if (!input.ResponseData.IsHeaderPresent(QueryErrorHeader)
            || input.ResponseData.GetHeaderValue(QueryErrorHeader).Split(';') is not [{ Length: > 0 } code, var fault])
        {
            return;
        }

        error.Code = code;
        error.Type = Enum.TryParse<ErrorType>(fault, ignoreCase: true, out var type) ? type : ErrorType.Unknown;
    }

    private static void ReadMembers(IErrorShape shape, byte[] body)
    {
        try
        {
            var reader = new JsonShapeReader(body, stackalloc char[LongestName]);
            shape.Read(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The error itself matters more than members that cannot be read: they stay unset.
        }
    }
}
