namespace BlueGreen.Ecs;

/// <summary>A variable of a build. Mirrors <see href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html">EnvironmentVariable</see>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, the parameter's name, or the secret: <c>secret-id:json-key:version-stage:version-id</c>, of which the first part is enough.</param>
/// <param name="Type">What the value is. Default: plain text, which everybody sees who sees the build.</param>
public sealed record BuildVariable(string Name, string Value, BuildVariableType Type = BuildVariableType.PlainText);
