namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>A kind of action: what it must be given, and how it starts.</summary>
/// <param name="Category">The category: <c>Source</c>.</param>
/// <param name="Provider">The provider: <c>CodeCommit</c>.</param>
/// <param name="Inputs">How many input artifacts it takes.</param>
/// <param name="Outputs">How many output artifacts it has.</param>
/// <param name="Required">Keys that its configuration must have.</param>
/// <param name="Optional">Keys that it may have.</param>
/// <param name="Start">Starts it.</param>
internal sealed record ActionType(
    string Category, string Provider, (int Least, int Most) Inputs, (int Least, int Most) Outputs, string[] Required, string[] Optional, Action<ActionContext> Start);
