namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG121: tasks on Fargate have a network interface of their own.</summary>
internal sealed class FargateNetworkRule() : TaskDefinitionRule("BG121")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        if (definition.IsForFargate() && definition.NetworkMode != NetworkMode.Awsvpc)
        {
            report.Error($"networkMode", $"The network mode is {definition.NetworkMode?.Value ?? "missing"}; Fargate takes awsvpc only.", "Set networkMode to awsvpc, and use target groups of type ip.");
        }
    }
}
