using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>One operation of a service that speaks the query protocol: form-encoded requests, XML responses.</summary>
/// <param name="service">The service.</param>
/// <param name="name">The operation's name.</param>
/// <param name="read">Reads the response.</param>
/// <param name="errors">The codes of the errors that the operation names; any other code is the service's base exception.</param>
internal sealed class QueryOperation<TRequest, TResponse>(
    ServiceDescription service, string name, ShapeRead<XmlShapeReader, TResponse> read, params string[] errors)
    : XmlResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest, IWritableShape
    where TResponse : AmazonWebServiceResponse, new()
{
    public InvokeOptions Options => new() { RequestMarshaller = this, ResponseUnmarshaller = this };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ServiceName) { HttpMethod = "POST" };
        var parameters = request.ParameterCollection;
        parameters.Add("Action", name);
        parameters.Add("Version", service.Version);
        new QueryShapeWriter(parameters).Value((TRequest)input);
        request.ContentStream = AWSSDKUtils.WriteParametersToPooledStream(request);
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        // <XResponse><XResult>members</XResult><ResponseMetadata><RequestId/></ResponseMetadata></XResponse>
        using var xml = XmlReader.Create(input.Stream, XmlShapeReader.Settings);
        TResponse? response = null;
        string? requestId = null;
        xml.MoveToContent();
        var reader = new XmlShapeReader(xml);
        var scope = reader.BeginStructure();
        while (reader.NextMember(scope, out var element))
        {
            if (element is "ResponseMetadata")
            {
                requestId = ReadRequestId(reader);
            }
            else if (element.EndsWith("Result"))
            {
                response = read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        response ??= new TResponse();
        response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        var exception = service.CreateException(errors.Contains(error.Code, StringComparer.Ordinal) ? error.Code : string.Empty, error);
        if (exception is IErrorShape shape)
        {
            ReadMembers(shape, input.GetResponseBodyBytes());
        }

        return exception;
    }

    private static string? ReadRequestId(XmlShapeReader reader)
    {
        string? requestId = null;
        var scope = reader.BeginStructure();
        while (reader.NextMember(scope, out var member))
        {
            if (member is "RequestId")
            {
                requestId = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return requestId;
    }

    private static void ReadMembers(IErrorShape shape, byte[] body)
    {
        // <ErrorResponse><Error><Type/><Code/><Message/>members</Error><RequestId/></ErrorResponse>
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(body), XmlShapeReader.Settings);
            if (xml.ReadToFollowing("Error"))
            {
                var reader = new XmlShapeReader(xml);
                shape.Read(ref reader);
            }
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            // The error itself matters more than members that cannot be read: they stay unset.
        }
    }
}
