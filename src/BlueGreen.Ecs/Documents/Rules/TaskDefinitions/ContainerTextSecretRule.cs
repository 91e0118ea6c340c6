using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG802: no secret stands in plain text in a container's command, entry point, health check, labels or log options.</summary>
internal sealed class ContainerTextSecretRule() : ContainerRule("BG802")
{
    private const string ForWords = "Give it to the container by secrets, and let the program read the variable; or write $NAME in a command that a shell runs.";
    private const string ForLabels = "Leave it out: labels are for tools to read, and nothing protects them.";
    private const string ForOptions = "Name it under logConfiguration.secretOptions: { \"name\": …, \"valueFrom\": \"<ARN>\" }.";

    protected override void Check(ContainerDefinition container, Report report)
    {
        CheckWords("entryPoint", "entry point", container.EntryPoint, report);
        CheckWords("command", "command", container.Command, report);
        CheckWords("healthCheck.command", "health check's command", container.HealthCheck?.Command ?? [], report);
        CheckValues("dockerLabels", "Docker label", container.DockerLabels, ForLabels, report);
        CheckValues("logConfiguration.options", "log option", container.LogConfiguration?.Options ?? [], ForOptions, report);
    }

    private static void CheckWords(string path, string what, EquatableArray<string> words, Report report)
    {
        foreach (var (i, sign) in words.Count == 0 ? [] : SecretDetector.FindInWords(words))
        {
            report.Warning($"{path}[{i}]", $"The {what} holds a secret in plain text: {sign.Reason}. Everybody who may describe the task definition can read it.", ForWords);
        }
    }

    private static void CheckValues(string path, string what, EquatableArray<NamedValue> values, string fix, Report report)
    {
        foreach (var value in values)
        {
            if (SecretDetector.Find(value.Name, value.Value) is { } sign)
            {
                report.Warning($"{path}.{value.Name}", $"The {what} \"{value.Name}\" holds a secret in plain text: {sign.Reason}. Everybody who may describe the task definition can read it.", fix);
            }
        }
    }
}
