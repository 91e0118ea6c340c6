namespace BlueGreen.Ecs.AwsClients.Generator.Model;

/// <summary>A type of the model: a scalar, a named shape, a list, or a map from strings.</summary>
internal sealed class ShapeType(Kind kind, string name = "", ShapeType? element = null)
{
    public Kind Kind => kind;

    public string Name => name;

    public ShapeType? Element => element;

    /// <summary>The type itself, or what a list or map holds in the end.</summary>
    public ShapeType Innermost => element is null ? this : element.Innermost;

    public bool IsValueType => kind is Kind.Int or Kind.Long or Kind.Bool or Kind.Double or Kind.Float or Kind.Time;
}
