namespace BlueGreen.Ecs;

/// <summary>The <c>env</c> of a buildspec: the shell and the variables. A value given when the build starts wins over the project's, and that over the one here.</summary>
public sealed record BuildSpecEnvironment
{
    /// <summary>The shell: <c>bash</c> or <c>/bin/sh</c>; on Windows <c>powershell.exe</c> or <c>cmd.exe</c>. Default: none, CodeBuild's.</summary>
    public string? Shell { get; init; }

    /// <summary>Variables in plain text, which everybody sees who sees the build. Names that begin with <c>CODEBUILD_</c> are reserved.</summary>
    public EquatableArray<NamedValue> Variables { get; init; }

    /// <summary>Variables from Systems Manager Parameter Store: each value is a parameter's name.</summary>
    public EquatableArray<NamedValue> ParameterStore { get; init; }

    /// <summary>Variables from Secrets Manager: each value is <c>secret-id:json-key:version-stage:version-id</c>, of which the first part is enough.</summary>
    public EquatableArray<NamedValue> SecretsManager { get; init; }

    /// <summary>Variables that later actions of a pipeline may use. Neither secrets nor names that begin with <c>AWS_</c> can be exported.</summary>
    public EquatableArray<string> ExportedVariables { get; init; }

    /// <summary>Whether git uses CodeBuild's credential helper. Default: not said, no.</summary>
    public bool? GitCredentialHelper { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
