namespace BlueGreen.Ecs;

/// <summary>What is kept for the next build.</summary>
public sealed record BuildSpecCache
{
    /// <summary>The paths, such as <c>/root/.nuget/packages/**/*</c>.</summary>
    public EquatableArray<string> Paths { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
