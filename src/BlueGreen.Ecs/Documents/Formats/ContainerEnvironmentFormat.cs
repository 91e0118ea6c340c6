using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>The environment of a container as it stands in a document.</summary>
internal static class ContainerEnvironmentFormat
{
    public static NamedValue ReadNamedValue(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("name"), reader.Text("value") ?? string.Empty) { Additional = reader.Rest() };
    }

    public static void WriteNamedValue(Utf8JsonWriter json, NamedValue value)
    {
        json.WriteStartObject();
        json.WriteString("name", value.Name);
        json.WriteString("value", value.Value);
        json.WriteAdditional(value.Additional);
        json.WriteEndObject();
    }

    public static EnvironmentFile ReadEnvironmentFile(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("value"), reader.RequireValue<EnvironmentFileType>("type")) { Additional = reader.Rest() };
    }

    public static void WriteEnvironmentFile(Utf8JsonWriter json, EnvironmentFile file)
    {
        json.WriteStartObject();
        json.WriteString("value", file.Value);
        json.WriteString("type", file.Type.Value);
        json.WriteAdditional(file.Additional);
        json.WriteEndObject();
    }

    public static Secret ReadSecret(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("name"), reader.RequireText("valueFrom")) { Additional = reader.Rest() };
    }

    public static void WriteSecret(Utf8JsonWriter json, Secret secret)
    {
        json.WriteStartObject();
        json.WriteString("name", secret.Name);
        json.WriteString("valueFrom", secret.ValueFrom);
        json.WriteAdditional(secret.Additional);
        json.WriteEndObject();
    }
}
