namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>What a value is.</summary>
internal enum Kind
{
    String,
    Int,
    Long,
    Bool,
    Double,
    Float,
    Time,
    Blob,
    Document,
    Structure,
    Enum,
    List,
    Map,
}
