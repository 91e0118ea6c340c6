namespace BlueGreen.Ecs;

/// <summary>Something wrong with what a builder was told.</summary>
/// <param name="Call">The offending call, such as <c>WithTaskDef("taskdef.json")</c>.</param>
/// <param name="Message">What was found, and what is allowed.</param>
/// <param name="Position">Where, when it stands in a document.</param>
public sealed record DeploymentProblem(string Call, string Message, DocumentPosition? Position = null)
{
    /// <summary>The code of docs/findings.md, where a document is wrong. Default: none, the call itself is.</summary>
    public string? Code { get; init; }

    /// <summary>The call, the place, and what is wrong.</summary>
    public override string ToString() => Position is null ? $"{Call}: {Message}" : $"{Call}: {Position}: {Message}";
}
