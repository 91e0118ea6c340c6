using System.Text;
using System.Text.Json;
using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Reads shapes from JSON. Members that are null count as absent.</summary>
internal ref struct JsonShapeReader : IShapeReader
{
    private readonly Span<char> _name;
    private Utf8JsonReader _json;

    public JsonShapeReader(ReadOnlySpan<byte> body, Span<char> nameBuffer)
    {
        _json = new Utf8JsonReader(body);
        _name = nameBuffer;
        _json.Read();
    }

    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    public readonly int BeginStructure() => 0;

    public bool NextMember(int scope, out ReadOnlySpan<char> name)
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            // A name that is longer than the buffer is no member that this version knows.
            name = _json.ValueSpan.Length > _name.Length ? default : _name[.._json.CopyString(_name)];
            _json.Read();
            if (_json.TokenType != JsonTokenType.Null)
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    public readonly int BeginList() => 0;

    public bool NextElement(int scope) => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    public readonly int BeginMap() => 0;

    public bool NextEntry(int scope, out string key)
    {
        if (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            key = _json.GetString()!;
            _json.Read();
            return true;
        }

        key = null!;
        return false;
    }

    public void Skip() => _json.Skip();

    /// <summary>A string; for services that answer with a number or a boolean, its text.</summary>
    public readonly string ReadString() =>
        _json.TokenType == JsonTokenType.String ? _json.GetString()! : Encoding.UTF8.GetString(_json.ValueSpan);

    public readonly int ReadInteger() => _json.TryGetInt32(out var value) ? value : (int)_json.GetDouble();

    public readonly long ReadLong() => _json.TryGetInt64(out var value) ? value : (long)_json.GetDouble();

    public readonly double ReadDouble() => _json.GetDouble();

    public readonly bool ReadBoolean() => _json.GetBoolean();

    public readonly DateTime ReadTimestamp() => _json.TokenType == JsonTokenType.Number
        ? DateTime.UnixEpoch.AddSeconds(_json.GetDouble())
        : _json.GetDateTimeOffset().UtcDateTime;

    public readonly MemoryStream ReadBlob() => new(_json.GetBytesFromBase64());

    public Document ReadDocument()
    {
        using var document = JsonDocument.ParseValue(ref _json);
        return JsonDocuments.From(document.RootElement);
    }
}
