namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG113: a task has one to ten containers.</summary>
internal sealed class ContainerCountRule() : TaskDefinitionRule("BG113")
{
    private const int Most = 10;

    protected override void Check(TaskDefinition definition, Report report)
    {
        if (definition.ContainerDefinitions.Count is 0 or > Most)
        {
            report.Error(
                $"containerDefinitions",
                $"There are {definition.ContainerDefinitions.Count} containers; allowed are 1 to {Most}.",
                "Run in one task only what must start and stop together; a second service takes the rest.");
        }
    }
}
