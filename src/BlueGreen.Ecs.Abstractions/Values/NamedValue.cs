namespace BlueGreen.Ecs;

/// <summary>A name and its value, such as an environment variable or a log option.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record NamedValue(string Name, string Value);
