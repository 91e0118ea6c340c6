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
            from list in new[] { ("variables", environment.Variables), ("parameter-store", environment.ParameterStore), ("secrets-manager", environment.SecretsManager) }
            from variable in list.Item2
            where variable.Name.StartsWith("CODEBUILD_", StringComparison.Ordinal)
            select build.Finding(
                "BG151",
                FindingSeverity.Warning,
                $"env.{list.Item1}.{variable.Name}",
                $"The name \"{variable.Name}\" is reserved: names that begin with CODEBUILD_ are CodeBuild's own.",
                "Choose another name.");
    }
}
