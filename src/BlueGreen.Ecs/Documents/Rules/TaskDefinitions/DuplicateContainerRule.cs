namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG112: a name stands for one container.</summary>
internal sealed class DuplicateContainerRule() : TaskDefinitionRule("BG112")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        var containers = definition.ContainerDefinitions;
        for (var i = 1; i < containers.Count; i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (containers[i].Name == containers[earlier].Name)
                {
                    report.Error(
                        $"containerDefinitions[{i}].name",
                        $"Two containers are called \"{containers[i].Name}\"; the first is containerDefinitions[{earlier}]. A name stands for one container.",
                        "Give each container a name of its own.");
                    break;
                }
            }
        }
    }
}
