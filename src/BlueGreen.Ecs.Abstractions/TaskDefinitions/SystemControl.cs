namespace BlueGreen.Ecs;

/// <summary>A kernel parameter of a container, as <c>docker run --sysctl</c> sets it. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html">SystemControl</see>.</summary>
public sealed record SystemControl
{
    /// <summary>The parameter, such as <c>net.core.somaxconn</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
