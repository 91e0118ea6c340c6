namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A phase of a buildspec.</summary>
/// <param name="Commands">What is run until a command fails.</param>
/// <param name="Finally">What is run after that in any case.</param>
/// <param name="Continues">Whether the build goes on after a failure (<c>on-failure: CONTINUE</c>).</param>
internal sealed record BuildSpecPhase(IReadOnlyList<string> Commands, IReadOnlyList<string> Finally, bool Continues);
