using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>What a container has of the network, as it stands in a document.</summary>
internal static class ContainerNetworkFormat
{
    public static PortMapping ReadPortMapping(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            ContainerPort = reader.Integer("containerPort"),
            HostPort = reader.Integer("hostPort"),
            Protocol = reader.Value<TransportProtocol>("protocol"),
            Name = reader.Text("name"),
            AppProtocol = reader.Value<ApplicationProtocol>("appProtocol"),
            ContainerPortRange = reader.Text("containerPortRange"),
            Additional = reader.Rest(),
        };
    }

    public static void WritePortMapping(Utf8JsonWriter json, PortMapping mapping)
    {
        json.WriteStartObject();
        json.WriteInteger("containerPort", mapping.ContainerPort);
        json.WriteInteger("hostPort", mapping.HostPort);
        json.WriteValue("protocol", mapping.Protocol);
        json.WriteText("name", mapping.Name);
        json.WriteValue("appProtocol", mapping.AppProtocol);
        json.WriteText("containerPortRange", mapping.ContainerPortRange);
        json.WriteAdditional(mapping.Additional);
        json.WriteEndObject();
    }

    public static HostEntry ReadHostEntry(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("hostname"), reader.RequireText("ipAddress")) { Additional = reader.Rest() };
    }

    public static void WriteHostEntry(Utf8JsonWriter json, HostEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("hostname", entry.Hostname);
        json.WriteString("ipAddress", entry.IpAddress);
        json.WriteAdditional(entry.Additional);
        json.WriteEndObject();
    }
}
