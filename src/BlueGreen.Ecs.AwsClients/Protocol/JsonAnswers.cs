using System.Net;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>What the operations of all JSON protocols share: responses and errors in JSON bodies, the error's code there or in x-amzn-ErrorType.</summary>
/// <param name="service">The service.</param>
/// <param name="read">Reads the response.</param>
/// <param name="errors">The codes of the errors that the operation names; any other code is the service's base exception.</param>
internal abstract class JsonAnswers<TResponse>(ServiceDescription service, ShapeRead<JsonShapeReader, TResponse> read, string[] errors)
    : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TResponse : AmazonWebServiceResponse
{
    private const int LongestName = 128;
    private const int DefaultReaderBuffer = 4096;

    public InvokeOptions Options => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    protected ServiceDescription Service => service;

    public abstract IRequest Marshall(AmazonWebServiceRequest input);

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
        Complete(input, error);
        var exception = Service.CreateException(errors.Contains(code, StringComparer.Ordinal) ? code : string.Empty, error);
        if (exception is IErrorShape shape)
        {
            ReadMembers(shape, input.GetResponseBodyBytes());
        }

        return exception;
    }

    /// <summary>Adds what else an answer tells of its error. The exception is chosen by the code from before.</summary>
    protected virtual void Complete(JsonUnmarshallerContext input, ErrorResponse error)
    {
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
