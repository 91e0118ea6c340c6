namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG130: a variable is set once, in plain text or from a secret.</summary>
internal sealed class VariableTwiceRule() : ContainerRule("BG130")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var (environment, secrets) = (container.Environment, container.Secrets);
        if (environment.Count + secrets.Count < 2)
        {
            return;
        }

        var inPlainText = new HashSet<string>(environment.Count, StringComparer.Ordinal);
        for (var i = 0; i < environment.Count; i++)
        {
            if (!inPlainText.Add(environment[i].Name))
            {
                report.Warning($"environment[{i}].name", $"The variable {environment[i].Name} is set twice; one of the values is lost.", "Keep the value that is meant.");
            }
        }

        var fromSecrets = new HashSet<string>(secrets.Count, StringComparer.Ordinal);
        for (var i = 0; i < secrets.Count; i++)
        {
            if (!fromSecrets.Add(secrets[i].Name))
            {
                report.Error($"secrets[{i}].name", $"The variable {secrets[i].Name} is read from two secrets.", "Keep the secret that is meant.");
            }
            else if (inPlainText.Contains(secrets[i].Name))
            {
                report.Error($"secrets[{i}].name", $"The variable {secrets[i].Name} is set in environment and in secrets; a name stands in one of them.", "Leave it out of environment, where anybody who may describe the task definition can read it.");
            }
        }
    }
}
