namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG201: the AppSpec names a container and port that the task definition has.</summary>
internal sealed class AppSpecContainerRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents is { AppSpec: { } spec, TaskDefinition: { } definition } && AppSpecMismatch.Find(spec.Content, definition.Content) is { } mismatch)
        {
            yield return spec.Finding(
                "BG201",
                FindingSeverity.Error,
                $"Resources[0].{spec.Content.ResourceName}.Properties.LoadBalancerInfo.{mismatch.Member}",
                mismatch.Message,
                "Name a container and a mapped port of the task definition that is deployed.");
        }
    }
}
