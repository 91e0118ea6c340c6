using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>The query protocol: form parameters in, XML out.</summary>
internal sealed class QueryProtocol : IProtocol
{
    private const string RequestIdHeader = "x-amzn-RequestId";
    private static readonly QueryReader Reader = new(member => member.Name);
    private static readonly XmlAnswer Answer = new(member => member.Name, "member");

    public string UnknownOperation => "InvalidAction";

    public JsonObject Read(WireRequest request, Shape input) => Reader.Structure(QueryParameters.Of(request), input);

    public WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId) =>
        new(200, XmlAnswer.ContentType, XmlAnswer.Document(xml =>
        {
            xml.WriteStartElement(operation.Name + "Response", service.XmlNamespace);
            if (HasResult(service, operation))
            {
                xml.WriteStartElement(operation.Name + "Result");
                Answer.Structure(xml, output, operation.Output);
                xml.WriteEndElement();
            }

            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }), (RequestIdHeader, requestId));

    public WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId) =>
        new((int)error.Status, XmlAnswer.ContentType, XmlAnswer.Document(xml =>
        {
            xml.WriteStartElement("ErrorResponse", service?.XmlNamespace ?? "");
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", (int)error.Status < 500 ? "Sender" : "Receiver");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        }), (RequestIdHeader, requestId));

    // An operation without an output has no result; one whose output has no members has an empty one. The models do not tell them apart.
    private static bool HasResult(ServiceModel service, Operation operation) =>
        operation.Output.Members.Count > 0 || service.Name is "elbv2" || operation.Name is "TagResource" or "UntagResource" or "UpdateRole";
}
