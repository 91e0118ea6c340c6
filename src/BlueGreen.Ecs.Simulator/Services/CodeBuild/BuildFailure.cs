namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Why a phase failed: its context.</summary>
/// <param name="Code">CodeBuild's code: <c>COMMAND_EXECUTION_ERROR</c>, <c>YAML_FILE_ERROR</c>, <c>CLIENT_ERROR</c>.</param>
/// <param name="Message">The text that goes with it.</param>
internal sealed record BuildFailure(string Code, string Message);
