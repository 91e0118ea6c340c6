namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>One member of a structure or of an error.</summary>
internal sealed class Member(string wireName, bool required, bool isIdempotencyToken, ShapeType type)
{
    public string WireName => wireName;

    public string Name => Names.Upper(wireName);

    public bool Required => required;

    public bool IsIdempotencyToken => isIdempotencyToken;

    public ShapeType Type => type;
}
