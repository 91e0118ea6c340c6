namespace BlueGreen.Ecs.Documents;

/// <summary>What a node of a document is.</summary>
internal enum NodeKind
{
    /// <summary>Members by name.</summary>
    Object,

    /// <summary>Items in order.</summary>
    Array,

    /// <summary>Text in quotes.</summary>
    String,

    /// <summary>A number, <c>true</c> or <c>false</c>; in YAML any text without quotes that is not null.</summary>
    Plain,

    /// <summary>Nothing.</summary>
    Null,
}
