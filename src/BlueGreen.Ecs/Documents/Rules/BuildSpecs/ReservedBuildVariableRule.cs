namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG151: a build sets no variable whose name is CodeBuild's own.</summary>
internal sealed class ReservedBuildVariableRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { Content.Environment: { } environment } build)
        {
            return [];
        }

        return
            from each in BuildVariables.Of(environment)
            where each.Variable.Name.StartsWith("CODEBUILD_", StringComparison.Ordinal)
            select build.Finding(
                "BG151",
                FindingSeverity.Warning,
                each.Path,
                $"The name \"{each.Variable.Name}\" is reserved: names that begin with CODEBUILD_ are CodeBuild's own.",
                "Choose another name.");
    }
}
