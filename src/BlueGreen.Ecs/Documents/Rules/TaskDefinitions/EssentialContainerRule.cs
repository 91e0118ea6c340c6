namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG114: a task has a container whose end is the task's end.</summary>
internal sealed class EssentialContainerRule() : TaskDefinitionRule("BG114")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        foreach (var container in definition.ContainerDefinitions)
        {
            if (container.Essential is not false)
            {
                return;
            }
        }

        if (definition.ContainerDefinitions.Count > 0)
        {
            report.Error($"containerDefinitions", $"No container is essential; at least one is needed.", "Set essential to true, or leave it out, on the container that serves.");
        }
    }
}
