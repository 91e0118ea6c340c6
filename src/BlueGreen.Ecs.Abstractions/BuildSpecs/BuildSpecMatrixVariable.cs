namespace BlueGreen.Ecs;

/// <summary>A variable and the values that a matrix of builds combines.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Values">Its values.</param>
public sealed record BuildSpecMatrixVariable(string Name, EquatableArray<string> Values);
