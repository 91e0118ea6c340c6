using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG803: no secret stands in plain text in a buildspec's variables or commands.</summary>
internal sealed class BuildSecretRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { } build)
        {
            return [];
        }

        return
        [
            .. InVariables(build, "env.variables", build.Content.Environment?.Variables ?? []),
            .. InBatch(build, "batch.build-list", build.Content.Batch?.BuildList ?? []),
            .. InBatch(build, "batch.build-graph", build.Content.Batch?.BuildGraph ?? []),
            .. BuildCommands.Of(build.Content).SelectMany(each => SecretDetector.FindInText(each.Command) is { } sign
                ? new[] { Found(build, each.Path, "The command", sign, "Read the value from Secrets Manager or Parameter Store by env.secrets-manager or env.parameter-store, and write $NAME in the command.") }
                : []),
        ];
    }

    private static IEnumerable<Finding> InBatch(Document<BuildSpec> build, string path, EquatableArray<BuildSpecBatchBuild> builds) =>
        builds.SelectMany((each, i) => InVariables(build, FormattableString.Invariant($"{path}[{i}].env.variables"), each.Environment?.Variables ?? []));

    private static IEnumerable<Finding> InVariables(Document<BuildSpec> build, string path, EquatableArray<NamedValue> variables)
    {
        foreach (var variable in variables)
        {
            if (SecretDetector.Find(variable.Name, variable.Value) is { } sign)
            {
                yield return Found(build, $"{path}.{variable.Name}", $"The variable \"{variable.Name}\"", sign, $"Put the value into Secrets Manager or Parameter Store, and move {variable.Name} to env.secrets-manager or env.parameter-store. Then replace the value: the source's history keeps the old one.");
            }
        }
    }

    private static Finding Found(Document<BuildSpec> build, string path, string what, SecretSign sign, string fix) => build.Finding(
        "BG803",
        FindingSeverity.Warning,
        path,
        $"{what} holds a secret in plain text: {sign.Reason}. Everybody can read it who sees the source, and CodeBuild writes commands into its log.",
        fix);
}
