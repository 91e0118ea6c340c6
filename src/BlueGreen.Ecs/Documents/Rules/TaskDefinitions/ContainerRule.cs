namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>A rule that looks at one container after the other; paths that it reports begin at the container.</summary>
/// <param name="code">Its code.</param>
internal abstract class ContainerRule(string code) : TaskDefinitionRule(code)
{
    protected sealed override void Check(TaskDefinition definition, Report report)
    {
        var containers = definition.ContainerDefinitions;
        for (var i = 0; i < containers.Count; i++)
        {
            report.Container = i;
            Check(containers[i], report);
        }
    }

    protected abstract void Check(ContainerDefinition container, Report report);
}
