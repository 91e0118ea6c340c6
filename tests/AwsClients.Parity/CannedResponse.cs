using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>An HTTP response with a given body and given headers.</summary>
internal sealed class CannedResponse(string body, HttpStatusCode status, Dictionary<string, string> headers) : IWebResponseData
{
    public long ContentLength => body.Length;

    public string ContentType => "application/x-test";

    public HttpStatusCode StatusCode => status;

    public bool IsSuccessStatusCode => status == HttpStatusCode.OK;

    public IHttpResponseBody ResponseBody => null!;

    /// <summary>The body as the given unmarshaller reads it.</summary>
    public static AmazonWebServiceResponse Read(ResponseUnmarshaller unmarshaller, string body)
    {
        var response = new CannedResponse(body, HttpStatusCode.OK, []);
        return unmarshaller.UnmarshallResponse(response.Context(unmarshaller));
    }

    /// <summary>The error as the given unmarshaller reads it.</summary>
    public static AmazonServiceException ReadError(ResponseUnmarshaller unmarshaller, string body, Dictionary<string, string> headers)
    {
        var response = new CannedResponse(body, HttpStatusCode.BadRequest, headers);
        return unmarshaller.UnmarshallException(response.Context(unmarshaller), innerException: null, HttpStatusCode.BadRequest);
    }

    public string[] GetHeaderNames() => [.. headers.Keys];

    public bool IsHeaderPresent(string headerName) => headers.ContainsKey(headerName);

    public string GetHeaderValue(string headerName) => headers.GetValueOrDefault(headerName, string.Empty);

    public IEventStreamHeader GetEventStreamHeader(string headerName) => null!;

    public bool IsEventHeaderPresent(string headerName) => false;

    private UnmarshallerContext Context(ResponseUnmarshaller unmarshaller) =>
        unmarshaller.CreateContext(this, readEntireResponse: false, new MemoryStream(Encoding.UTF8.GetBytes(body)), metrics: null, isException: !IsSuccessStatusCode);
}
