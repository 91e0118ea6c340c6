namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>A phase of a build, and what its context tells.</summary>
/// <param name="Type">Such as <c>DOWNLOAD_SOURCE</c>.</param>
/// <param name="Status">Such as <c>FAILED</c>.</param>
/// <param name="Code">The context's status code, such as <c>YAML_FILE_ERROR</c>; empty where it has none.</param>
/// <param name="Message">The context's message, fit to be quoted; empty where it has none.</param>
internal sealed record BuildPhaseSeen(string Type, string Status, string Code = "", string Message = "")
{
    /// <summary>Whether the build failed in it; the last phase, COMPLETED, has no status.</summary>
    public bool HasFailed => Status is not ("" or "SUCCEEDED" or "IN_PROGRESS");

    /// <summary><c>DOWNLOAD_SOURCE YAML_FILE_ERROR: …</c>.</summary>
    public override string ToString() => $"{Type} {(Code.Length > 0 ? Code : Status)}{(Message.Length > 0 ? $": {Message}" : string.Empty)}";
}
