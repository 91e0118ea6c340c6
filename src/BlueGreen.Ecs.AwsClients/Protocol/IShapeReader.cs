using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>
/// Reads shapes from a wire protocol. Implemented by one struct for each protocol, so that every call is bound at compile time.
/// </summary>
internal interface IShapeReader
{
    /// <summary>Whether the value at hand is an explicit null.</summary>
    bool IsNull { get; }

    /// <summary>Enters a structure, and returns the scope to be handed to <see cref="NextMember"/>.</summary>
    int BeginStructure();

    bool NextMember(int scope, out ReadOnlySpan<char> name);

    int BeginList();

    bool NextElement(int scope);

    int BeginMap();

    bool NextEntry(int scope, out string key);

    void Skip();

    string ReadString();

    int ReadInteger();

    long ReadLong();

    double ReadDouble();

    bool ReadBoolean();

    DateTime ReadTimestamp();

    MemoryStream ReadBlob();

    Document ReadDocument();
}
