namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>What is wrong with one value of a request.</summary>
/// <param name="Member">The innermost member's name.</param>
/// <param name="Kind">Absent, of a wrong type, or not allowed.</param>
/// <param name="Text">One sentence in AWS's words.</param>
internal sealed record InputProblem(string Member, InputProblemKind Kind, string Text);
