namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG156: a build exports only variables that can be exported.</summary>
internal sealed class ExportedVariableRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { Content.Environment: { } environment } build)
        {
            yield break;
        }

        var secrets = environment.ParameterStore.Concat(environment.SecretsManager).Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < environment.ExportedVariables.Count; i++)
        {
            var name = environment.ExportedVariables[i];
            var reason = name.StartsWith("AWS_", StringComparison.Ordinal) ? "names that begin with AWS_ are not exported" : secrets.Contains(name) ? "it comes from a store of secrets" : null;
            if (reason is not null)
            {
                yield return build.Finding(
                    "BG156",
                    FindingSeverity.Warning,
                    $"env.exported-variables[{i}]",
                    $"The variable \"{name}\" cannot be exported: {reason}.",
                    "Leave it out; a later action that needs a secret reads it from the store itself.");
            }
        }
    }
}
