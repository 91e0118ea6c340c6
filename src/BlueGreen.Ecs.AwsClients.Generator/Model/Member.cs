namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>One member of a structure or of an error.</summary>
internal sealed class Member(string wireName, bool required, bool isIdempotencyToken, ShapeType type, Place place, string placeName)
{
    public string WireName => wireName;

    public string Name => Names.Upper(wireName);

    public bool Required => required;

    public bool IsIdempotencyToken => isIdempotencyToken;

    public ShapeType Type => type;

    public Place Place => place;

    /// <summary>The member's name in the URI or the query; of one in the body, its name on the wire.</summary>
    public string PlaceName => placeName;
}
