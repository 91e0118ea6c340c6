namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG111: the container's name is one that ECS takes.</summary>
internal sealed class ContainerNameRule() : ContainerRule("BG111")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (!container.Name.IsName() && !container.Name.HasPlaceholder())
        {
            report.Error(
                $"name",
                $"The container is called \"{container.Name}\", with {container.Name.Length} characters; allowed are 1 to 255 letters, digits, hyphens and underscores.",
                "Choose another name, also in the AppSpec and in the service's load balancer when they name this container.");
        }
    }
}
