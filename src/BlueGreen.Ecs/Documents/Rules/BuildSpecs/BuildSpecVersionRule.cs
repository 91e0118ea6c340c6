namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG152: the buildspec is of version 0.2.</summary>
internal sealed class BuildSpecVersionRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is { Content.Version: "0.1" } build)
        {
            yield return build.Finding(
                "BG152",
                FindingSeverity.Warning,
                "version",
                "The version is 0.1, where each command runs in a shell of its own: a variable or folder that one command sets is unknown to the next.",
                "Write version: 0.2.");
        }
    }
}
