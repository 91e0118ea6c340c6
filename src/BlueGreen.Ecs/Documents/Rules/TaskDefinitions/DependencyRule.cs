namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG126: a container waits for another one, and for something that can come.</summary>
internal sealed class DependencyRule() : ContainerRule("BG126")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var dependencies = container.DependsOn;
        for (var i = 0; i < dependencies.Count; i++)
        {
            Check(container, dependencies[i], i, report);
        }
    }

    private static void Check(ContainerDefinition container, ContainerDependency dependency, int i, Report report)
    {
        if (dependency.ContainerName == container.Name)
        {
            report.Error($"dependsOn[{i}].containerName", $"Container \"{container.Name}\" waits for itself.", "Leave the dependency out, or name the container that is meant.");
            return;
        }

        if (report.Definition.FindContainer(dependency.ContainerName) is not { } other)
        {
            report.Error(
                $"dependsOn[{i}].containerName",
                $"Container \"{container.Name}\" waits for \"{dependency.ContainerName}\", which the task definition does not have; it has {Names(report.Definition)}.",
                "Name a container of this task definition.");
            return;
        }

        var condition = dependency.Condition;
        if (condition == ContainerCondition.Complete || condition == ContainerCondition.Success)
        {
            if (other.Essential is not false)
            {
                report.Error(
                    $"dependsOn[{i}].condition",
                    $"Container \"{container.Name}\" waits until \"{other.Name}\" has ended ({condition}), but \"{other.Name}\" is essential: the task ends with it.",
                    "Set essential to false on the container that ends, or wait for START or HEALTHY.");
            }
        }
        else if (condition == ContainerCondition.Healthy)
        {
            if (other.HealthCheck is null)
            {
                report.Error($"dependsOn[{i}].condition", $"Container \"{container.Name}\" waits until \"{other.Name}\" is healthy, but \"{other.Name}\" has no health check.", "Give that container a healthCheck, or wait for START.");
            }
        }
        else if (condition != ContainerCondition.Start)
        {
            report.Error($"dependsOn[{i}].condition", $"The condition is \"{condition}\"; allowed are START, COMPLETE, SUCCESS and HEALTHY.", "Choose one of the four, in capitals.");
        }
    }

    private static string Names(TaskDefinition definition) => string.Join(", ", definition.ContainerDefinitions.Select(container => $"\"{container.Name}\""));
}
