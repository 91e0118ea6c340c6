using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>Where the output of a container goes, as it stands in a document.</summary>
internal static class ContainerLoggingFormat
{
    public static LogConfiguration ReadLogConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            LogDriver = reader.RequireValue<LogDriver>("logDriver"),
            Options = reader.Map("options"),
            SecretOptions = reader.List("secretOptions", ContainerEnvironmentFormat.ReadSecret),
            Additional = reader.Rest(),
        };
    }

    public static void WriteLogConfiguration(Utf8JsonWriter json, LogConfiguration log)
    {
        json.WriteStartObject();
        json.WriteString("logDriver", log.LogDriver.Value);
        json.WriteMap("options", log.Options);
        json.WriteList("secretOptions", log.SecretOptions, ContainerEnvironmentFormat.WriteSecret);
        json.WriteAdditional(log.Additional);
        json.WriteEndObject();
    }

    public static FirelensConfiguration ReadFirelensConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Type = reader.RequireValue<FirelensConfigurationType>("type"),
            Options = reader.Map("options"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteFirelensConfiguration(Utf8JsonWriter json, FirelensConfiguration router)
    {
        json.WriteStartObject();
        json.WriteString("type", router.Type.Value);
        json.WriteMap("options", router.Options);
        json.WriteAdditional(router.Additional);
        json.WriteEndObject();
    }
}
