using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>Bodies of <c>rest-xml</c>, as S3 has them.</summary>
internal sealed class RestXmlFormat : IRestFormat
{
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit };

    // What S3 calls the roots of answers; other roots are called as the operation.
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["ListBuckets"] = "ListAllMyBucketsResult",
        ["ListObjects"] = "ListBucketResult",
        ["ListObjectsV2"] = "ListBucketResult",
        ["ListObjectVersions"] = "ListVersionsResult",
        ["DeleteObjects"] = "DeleteResult",
        ["GetBucketLocation"] = "LocationConstraint",
        ["GetBucketVersioning"] = "VersioningConfiguration",
        ["GetBucketTagging"] = "Tagging",
    };

    public string ContentType => "application/xml";

    public string RequestIdHeader => "x-amz-request-id";

    public AwsErrorException Unknown => new("MethodNotAllowed", "The specified method is not allowed against this resource.", HttpStatusCode.MethodNotAllowed);

    public JsonObject Read(ReadOnlyMemory<byte> body, Shape structure)
    {
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Safe);
            return XmlTree.Read(XElement.Load(reader), structure);
        }
        catch (XmlException)
        {
            throw new AwsErrorException("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        }
    }

    public byte[] Write(Operation operation, string? root, JsonObject value, Shape structure)
    {
        var element = new XElement(Namespace + (root ?? Roots.GetValueOrDefault(operation.Name, $"{operation.Name}Result")));

        // The place of a bucket is the text of the root itself.
        if (value[element.Name.LocalName] is JsonValue text)
        {
            element.Add(text.ToString());
        }
        else if (structure.Find(element.Name.LocalName) is null)
        {
            XmlTree.Write(element, value, structure);
        }

        return Document(element);
    }

    public (byte[] Body, (string Name, string Value)[] Headers) WriteError(AwsErrorException error, string requestId)
    {
        var element = new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Message));
        foreach (var (name, value) in error.Members)
        {
            element.Add(new XElement(name, value!.ToString()));
        }

        element.Add(new XElement("RequestId", requestId), new XElement("HostId", requestId));
        return (Document(element), []);
    }

    private static byte[] Document(XElement root)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, XmlAnswer.Settings))
        {
            root.WriteTo(xml);
        }

        return buffer.ToArray();
    }
}
