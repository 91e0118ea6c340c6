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

        foreach (var (path, variable) in BuildVariables.Of(environment))
        {
            if (StrayCharacters.InName(variable.Name) is { } inName)
            {
                yield return FoundInName(build, path, inName);
            }

            if (StrayCharacters.InValue(variable.Value) is { } inValue)
            {
                yield return Found(build, path, $"The variable's value has {inValue}. It is handed on as it stands, to logins and image names too.");
            }
        }

        for (var i = 0; i < environment.ExportedVariables.Count; i++)
        {
            if (StrayCharacters.InName(environment.ExportedVariables[i]) is { } inName)
            {
                yield return FoundInName(build, $"env.exported-variables[{i}]", inName);
            }
        }
    }

    private static Finding FoundInName(Document<BuildSpec> build, string path, string stray) =>
        Found(build, path, $"The variable's name has {stray}. A shell knows names of letters, digits and underscores, and no digit first.");

    private static Finding Found(Document<BuildSpec> build, string path, string message) =>
        build.Finding("BG150", FindingSeverity.Warning, path, message, "Type the name or value anew; it was probably copied from a page.");
}
