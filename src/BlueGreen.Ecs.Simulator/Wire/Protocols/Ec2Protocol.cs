using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>EC2's kind of the query protocol: lists without <c>member</c> in requests and of <c>item</c> in answers, members by names of their own, no result element.</summary>
internal sealed class Ec2Protocol : IProtocol
{
    private const string RequestIdHeader = "x-amzn-RequestId";
    private static readonly QueryReader Reader = new(member => char.ToUpperInvariant(member.Place.WireName[0]) + member.Place.WireName[1..]);
    private static readonly XmlAnswer Answer = new(member => member.Place.WireName, "item");

    public string UnknownOperation => "InvalidAction";

    public JsonObject Read(WireRequest request, Shape input) => Reader.Structure(QueryParameters.Of(request), input);

    // Operations without an output of their own say that they have succeeded.
    public WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId) =>
        new(200, XmlAnswer.ContentType, XmlAnswer.Document(xml =>
        {
            xml.WriteStartElement(operation.Name + "Response", service.XmlNamespace);
            xml.WriteElementString("requestId", requestId);
            Answer.Structure(xml, output, operation.Output);
            if (operation.Output.Members.Count == 0)
            {
                xml.WriteElementString("return", "true");
            }

            xml.WriteEndElement();
        }), (RequestIdHeader, requestId));

    public WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId) =>
        new((int)error.Status, XmlAnswer.ContentType, XmlAnswer.Document(xml =>
        {
            xml.WriteStartElement("Response");
            xml.WriteStartElement("Errors");
            xml.WriteStartElement("Error");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteElementString("RequestID", requestId);
            xml.WriteEndElement();
        }), (RequestIdHeader, requestId));
}
