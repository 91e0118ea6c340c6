using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG801: no secret stands in plain text in a container's environment.</summary>
internal sealed class EnvironmentSecretRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.TaskDefinition is not { } definition)
        {
            yield break;
        }

        foreach (var (i, container) in definition.Content.ContainerDefinitions.Index())
        {
            foreach (var (j, variable) in container.Environment.Index())
            {
                if (SecretDetector.Find(variable.Name, variable.Value) is { } sign)
                {
                    yield return definition.Finding(
                        "BG801",
                        FindingSeverity.Warning,
                        FormattableString.Invariant($"containerDefinitions[{i}].environment[{j}].value"),
                        $"The variable \"{variable.Name}\" of container \"{container.Name}\" holds a secret in plain text: {sign.Reason}. Everybody who may describe the task definition can read it.",
                        $"Put the value into Secrets Manager or Parameter Store, and name that under secrets: {{ \"name\": \"{variable.Name}\", \"valueFrom\": \"<ARN>\" }}. Then replace the value: revisions that are registered keep the old one.");
                }
            }
        }
    }
}
