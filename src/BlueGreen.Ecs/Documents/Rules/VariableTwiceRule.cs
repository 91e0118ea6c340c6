namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG130: a variable is set once, in plain text or from a secret.</summary>
internal sealed class VariableTwiceRule() : ContainerRule("BG130")
{
    // The lists are short: comparing each with those before it costs less than a set.
    protected override void Check(ContainerDefinition container, Report report)
    {
        var (environment, secrets) = (container.Environment, container.Secrets);
        for (var i = 1; i < environment.Count; i++)
        {
            if (Has(environment, i, environment[i].Name))
            {
                report.Warning($"environment[{i}].name", $"The variable {environment[i].Name} is set twice; one of the values is lost.", "Keep the value that is meant.");
            }
        }

        for (var i = 0; i < secrets.Count; i++)
        {
            if (Has(secrets, i, secrets[i].Name))
            {
                report.Error($"secrets[{i}].name", $"The variable {secrets[i].Name} is read from two secrets.", "Keep the secret that is meant.");
            }
            else if (Has(environment, environment.Count, secrets[i].Name))
            {
                report.Error($"secrets[{i}].name", $"The variable {secrets[i].Name} is set in environment and in secrets; a name stands in one of them.", "Leave it out of environment, where anybody who may describe the task definition can read it.");
            }
        }
    }

    private static bool Has(EquatableArray<NamedValue> variables, int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            if (variables[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(EquatableArray<Secret> secrets, int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            if (secrets[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
