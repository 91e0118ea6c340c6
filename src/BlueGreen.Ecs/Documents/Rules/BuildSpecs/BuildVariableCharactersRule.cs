namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG150: names and values of a build's variables have no characters that slipped in.</summary>
internal sealed class BuildVariableCharactersRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { Content.Environment: { } environment } build)
        {
            yield break;
        }

        foreach (var (list, variables) in new[] { ("variables", environment.Variables), ("parameter-store", environment.ParameterStore), ("secrets-manager", environment.SecretsManager) })
        {
            foreach (var variable in variables)
            {
                if (StrayCharacters.InName(variable.Name) is { } inName)
                {
                    yield return Found(build, $"env.{list}.{variable.Name}", $"The variable's name has {inName}. A shell knows names of letters, digits and underscores, and no digit first.");
                }

                if (StrayCharacters.InValue(variable.Value) is { } inValue)
                {
                    yield return Found(build, $"env.{list}.{variable.Name}", $"The variable's value has {inValue}. It is handed on as it stands, to logins and image names too.");
                }
            }
        }

        for (var i = 0; i < environment.ExportedVariables.Count; i++)
        {
            if (StrayCharacters.InName(environment.ExportedVariables[i]) is { } inName)
            {
                yield return Found(build, $"env.exported-variables[{i}]", $"The variable's name has {inName}. A shell knows names of letters, digits and underscores, and no digit first.");
            }
        }
    }

    private static Finding Found(Document<BuildSpec> build, string path, string message) =>
        build.Finding("BG150", FindingSeverity.Warning, path, message, "Type the name or value anew; it was probably copied from a page.");
}
