using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>Writes JSON as AWS's own samples look: readable characters, and two spaces where it is indented.</summary>
internal static class JsonText
{
    private const int UsualSize = 4096;

    private static readonly JsonWriterOptions Compact = new() { NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    /// <summary>Writes a text. The buffer is kept for the thread's next text.</summary>
    public static string Write(bool indented, Action<Utf8JsonWriter> write)
    {
        var buffer = _spare ?? new(UsualSize);
        _spare = null;
        using (var json = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
        {
            write(json);
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (buffer.Capacity <= 4 * UsualSize)
        {
            buffer.ResetWrittenCount();
            _spare = buffer;
        }

        return text;
    }

    public static string Of(DocumentNode node) => Write(indented: false, json => Write(json, node));

    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteInteger(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is not null)
        {
            json.WriteNumber(name, value.Value);
        }
    }

    public static void WriteBoolean(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is not null)
        {
            json.WriteBoolean(name, value.Value);
        }
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string name, EquatableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, EquatableArray<string> items) =>
        json.WriteList(name, items, static (writer, item) => writer.WriteStringValue(item));

    public static void WriteObject(this Utf8JsonWriter json, Action<Utf8JsonWriter> members)
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }

    public static void WriteObject(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> members)
    {
        json.WritePropertyName(name);
        json.WriteObject(members);
    }

    public static void WriteObject<T>(this Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            write(json, value);
        }
    }

    public static void WriteValue<T>(this Utf8JsonWriter json, string name, T? value)
        where T : struct, IOpenValue<T>
    {
        if (value is { } given)
        {
            json.WriteString(name, given.Value);
        }
    }

    public static void WriteValues<T>(this Utf8JsonWriter json, string name, EquatableArray<T> values)
        where T : struct, IOpenValue<T> => json.WriteList(name, values, static (writer, value) => writer.WriteStringValue(value.Value));

    public static void WriteIntegers(this Utf8JsonWriter json, string name, EquatableArray<int> values) =>
        json.WriteList(name, values, static (writer, value) => writer.WriteNumberValue(value));

    public static void WriteMap(this Utf8JsonWriter json, string name, EquatableArray<NamedValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var value in values)
        {
            json.WriteString(value.Name, value.Value);
        }

        json.WriteEndObject();
    }

    public static void WriteAdditional(this Utf8JsonWriter json, EquatableArray<JsonMember> members)
    {
        foreach (var member in members)
        {
            json.WritePropertyName(member.Name);
            try
            {
                json.WriteRawValue(member.Json);
            }
            catch (Exception exception) when (exception is JsonException or ArgumentException)
            {
                throw new DocumentException(new("additional member", 1, 1, member.Name), $"Its value is no JSON: {exception.Message}", exception);
            }
        }
    }

    private static void Write(Utf8JsonWriter json, DocumentNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                json.WriteStartObject();
                foreach (var child in node.Children)
                {
                    json.WritePropertyName(child.Name!);
                    Write(json, child);
                }

                json.WriteEndObject();
                break;
            case NodeKind.Array:
                json.WriteStartArray();
                node.Children.ForEach(child => Write(json, child));
                json.WriteEndArray();
                break;
            case NodeKind.Plain when IsJsonLiteral(node.Text):
                json.WriteRawValue(node.Text);
                break;
            case NodeKind.Null:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(node.Text);
                break;
        }
    }

    // YAML knows more plain texts than JSON has literals: what is none of those is text.
    private static bool IsJsonLiteral(string text) => text is "true" or "false" ||
        (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '-') && IsNumber(text));

    private static bool IsNumber(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length == bytes.Length && double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
