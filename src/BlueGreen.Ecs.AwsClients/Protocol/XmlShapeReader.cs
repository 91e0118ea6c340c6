using System.Globalization;
using System.Xml;
using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>Reads shapes from XML. A scope is the depth of the element that was entered; -1 where it was empty.</summary>
internal readonly ref struct XmlShapeReader(XmlReader xml) : IShapeReader
{
    /// <summary>How bodies are read: no document types, and nothing but elements and text.</summary>
    public static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    public bool IsNull => false;

    public int BeginStructure()
    {
        var scope = xml.IsEmptyElement ? -1 : xml.Depth;
        xml.Read();
        return scope;
    }

    public bool NextMember(int scope, out ReadOnlySpan<char> name)
    {
        var found = NextElement(scope);
        name = found ? xml.LocalName : default;
        return found;
    }

    public int BeginList() => BeginStructure();

    public bool NextElement(int scope)
    {
        if (scope < 0)
        {
            return false;
        }

        if (xml.MoveToContent() == XmlNodeType.Element)
        {
            return true;
        }

        xml.Read(); // the end of the element that was entered
        return false;
    }

    public int BeginMap() => BeginStructure();

    public bool NextEntry(int scope, out string key)
    {
        // <map><entry><key/><value/></entry>…</map>: behind a value stands the end of its entry, one deeper than the map's own.
        if (scope >= 0 && xml.MoveToContent() == XmlNodeType.EndElement && xml.Depth > scope)
        {
            xml.Read();
        }

        if (!NextElement(scope))
        {
            key = null!;
            return false;
        }

        xml.Read();
        xml.MoveToContent();
        key = xml.ReadElementContentAsString();
        xml.MoveToContent();
        return true;
    }

    public void Skip() => xml.Skip();

    public string ReadString() => xml.ReadElementContentAsString();

    public int ReadInteger() => xml.ReadElementContentAsInt();

    public long ReadLong() => xml.ReadElementContentAsLong();

    public double ReadDouble() => xml.ReadElementContentAsDouble();

    public bool ReadBoolean() => xml.ReadElementContentAsBoolean();

    public DateTime ReadTimestamp() => DateTime.Parse(
        ReadString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    public MemoryStream ReadBlob() => new(Convert.FromBase64String(ReadString()));

    public Document ReadDocument() => throw new NotSupportedException("The query protocol has no documents.");
}
