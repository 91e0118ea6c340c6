using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG802: no secret stands in plain text in a container's command, entry point, health check, labels or log options.</summary>
internal sealed class ContainerTextSecretRule : IDocumentRule
{
    private const string ForWords = "Give it to the container by secrets, and let the program read the variable; or write $NAME in a command that a shell runs.";
    private const string ForLabels = "Leave it out: labels are for tools to read, and nothing protects them.";
    private const string ForOptions = "Name it under logConfiguration.secretOptions: { \"name\": …, \"valueFrom\": \"<ARN>\" }.";

    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.TaskDefinition is not { } definition)
        {
            return [];
        }

        return definition.Content.ContainerDefinitions.Index().SelectMany(entry => Check(entry.Item)
            .Select(found => definition.Finding(
                "BG802",
                FindingSeverity.Warning,
                FormattableString.Invariant($"containerDefinitions[{entry.Index}].{found.Path}"),
                $"The {found.What} of container \"{entry.Item.Name}\" holds a secret in plain text: {found.Sign.Reason}. Everybody who may describe the task definition can read it.",
                found.Fix)));
    }

    private static IEnumerable<(string Path, string What, SecretSign Sign, string Fix)> Check(ContainerDefinition container) =>
    [
        .. InWords("entryPoint", "entry point", container.EntryPoint),
        .. InWords("command", "command", container.Command),
        .. InWords("healthCheck.command", "health check's command", container.HealthCheck?.Command ?? []),
        .. InValues("dockerLabels", "Docker label", container.DockerLabels, ForLabels),
        .. InValues("logConfiguration.options", "log option", container.LogConfiguration?.Options ?? [], ForOptions),
    ];

    private static IEnumerable<(string Path, string What, SecretSign Sign, string Fix)> InWords(string path, string what, EquatableArray<string> words) =>
        SecretDetector.FindInWords(words).Select(found => (FormattableString.Invariant($"{path}[{found.Index}]"), what, found.Sign, ForWords));

    private static IEnumerable<(string Path, string What, SecretSign Sign, string Fix)> InValues(string path, string what, EquatableArray<NamedValue> values, string fix)
    {
        foreach (var value in values)
        {
            if (SecretDetector.Find(value.Name, value.Value) is { } sign)
            {
                yield return ($"{path}.{value.Name}", $"{what} \"{value.Name}\"", sign, fix);
            }
        }
    }
}
