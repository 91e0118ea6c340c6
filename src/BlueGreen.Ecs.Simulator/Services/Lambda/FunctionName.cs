namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>A function as calls name it: by name, partial ARN or ARN, each with or without a version or an alias behind it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Qualifier">A version, an alias or <c>$LATEST</c>; none: the latest.</param>
/// <param name="Region">The region of an ARN.</param>
internal sealed record FunctionName(string Name, string? Qualifier, string? Region)
{
    /// <param name="text">A name, <c>123456789012:function:web</c>, or <c>arn:aws:lambda:eu-west-1:123456789012:function:web:live</c>.</param>
    /// <param name="qualifier">What is told beside it; it goes before one in the text.</param>
    public static FunctionName Parse(string text, string? qualifier = null)
    {
        var parts = text.Split(':');
        return parts switch
        {
            ["arn", _, "lambda", var region, _, "function", var name, .. var rest] => new(name, qualifier ?? rest.FirstOrDefault(), region),
            [_, "function", var name, .. var rest] => new(name, qualifier ?? rest.FirstOrDefault(), null),
            _ => new(parts[0], qualifier ?? parts.ElementAtOrDefault(1), null),
        };
    }
}
