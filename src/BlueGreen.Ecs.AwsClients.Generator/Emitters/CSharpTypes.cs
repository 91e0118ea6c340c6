using BlueGreen.Ecs.AwsClients.Generator.Model;

namespace BlueGreen.Ecs.AwsClients.Generator.Emitters;

/// <summary>The C# types by which the official packages know the model's types.</summary>
internal static class CSharpTypes
{
    /// <summary>The type of a property: scalars are nullable.</summary>
    public static string OfProperty(ShapeType type) => type.Kind == Kind.Enum ? type.Name : OfElement(type) + (type.IsValueType ? "?" : string.Empty);

    /// <summary>The type of an element of a list or map: never nullable, and enumerations are strings.</summary>
    public static string OfElement(ShapeType type) => type.Kind switch
    {
        Kind.String or Kind.Enum => "string",
        Kind.Int => "int",
        Kind.Long => "long",
        Kind.Bool => "bool",
        Kind.Double => "double",
        Kind.Float => "float",
        Kind.Time => "DateTime",
        Kind.Blob => "MemoryStream",
        Kind.Document => "Amazon.Runtime.Documents.Document",
        Kind.List => $"List<{OfElement(type.Element!)}>",
        Kind.Map => $"Dictionary<string, {OfElement(type.Element!)}>",
        _ => type.Name,
    };
}
