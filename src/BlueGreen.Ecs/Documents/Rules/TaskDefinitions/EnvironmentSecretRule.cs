using BlueGreen.Ecs.Documents.Secrets;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG801: no secret stands in plain text in a container's environment.</summary>
internal sealed class EnvironmentSecretRule() : ContainerRule("BG801")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var environment = container.Environment;
        for (var i = 0; i < environment.Count; i++)
        {
            if (SecretDetector.Find(environment[i].Name, environment[i].Value) is { } sign)
            {
                report.Warning(
                    $"environment[{i}].value",
                    $"The variable \"{environment[i].Name}\" of container \"{container.Name}\" holds a secret in plain text: {sign.Reason}. Everybody who may describe the task definition can read it.",
                    $"Put the value into Secrets Manager or Parameter Store, and name that under secrets: {{ \"name\": \"{environment[i].Name}\", \"valueFrom\": \"<ARN>\" }}. Then replace the value: revisions that are registered keep the old one.");
            }
        }
    }
}
