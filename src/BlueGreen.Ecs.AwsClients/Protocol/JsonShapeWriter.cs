using System.Text.Json;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Writes shapes as JSON: times are seconds since 1970, blobs base64.</summary>
internal sealed class JsonShapeWriter(Utf8JsonWriter json) : ShapeWriter
{
    public override void BeginStructure() => json.WriteStartObject();

    public override void EndStructure() => json.WriteEndObject();

    public override void BeginList() => json.WriteStartArray();

    public override void EndList() => json.WriteEndArray();

    public override void BeginMap() => json.WriteStartObject();

    public override void EndMap() => json.WriteEndObject();

    public override void Member(string name) => json.WritePropertyName(name);

    public override void Element()
    {
        // JSON's elements have no names.
    }

    public override void Key(string key) => json.WritePropertyName(key);

    public override void Value(string value) => json.WriteStringValue(value);

    public override void Value(long value) => json.WriteNumberValue(value);

    public override void Value(double value) => json.WriteNumberValue(value);

    public override void Value(bool value) => json.WriteBooleanValue(value);

    public override void Value(DateTime value) => json.WriteNumberValue((value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);

    public override void Value(MemoryStream value) => json.WriteBase64StringValue(value.ToArray());

    public override void Value(Document value) => DocumentMarshaller.Instance.Write(json, value);
}
