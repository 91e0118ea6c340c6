using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>One operation of a service that speaks restJson1: what is asked for stands in the URI, what is answered in a JSON body.</summary>
/// <param name="service">The service.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path, with <c>{Member}</c> where a member stands.</param>
/// <param name="read">Reads the response.</param>
/// <param name="errors">The codes of the errors that the operation names; any other code is the service's base exception.</param>
internal sealed class RestJsonOperation<TRequest, TResponse>(
    ServiceDescription service, string method, string path, ShapeRead<JsonShapeReader, TResponse> read, params string[] errors)
    : JsonAnswers<TResponse>(service, read, errors)
    where TRequest : AmazonWebServiceRequest, IRoutedShape
    where TResponse : AmazonWebServiceResponse
{
    public override IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, Service.ServiceName)
        {
            HttpMethod = method,
            ResourcePath = path,
            UseQueryString = true,
        };
        request.Headers["x-amz-api-version"] = Service.Version;
        ((TRequest)input).Write(new RestRoute(request));
        return request;
    }
}
