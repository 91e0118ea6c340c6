namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG203: the AppSpec's network is whole or left out.</summary>
internal sealed class AppSpecNetworkRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.AppSpec is not { Content.Network: { } network } spec)
        {
            yield break;
        }

        var missing = new List<string>();
        missing.AddRange(network.Subnets.Count == 0 ? ["Subnets"] : []);
        missing.AddRange(network.SecurityGroups.Count == 0 ? ["SecurityGroups"] : []);
        missing.AddRange(network.AssignPublicIp is null ? ["AssignPublicIp"] : []);
        if (missing.Count > 0)
        {
            yield return spec.Finding(
                "BG203",
                FindingSeverity.Warning,
                $"Resources[0].{spec.Content.ResourceName}.Properties.NetworkConfiguration.AwsvpcConfiguration",
                $"The network lacks {string.Join(" and ", missing)}. CodeDeploy wants all three members or none.",
                "Add what is missing, or leave NetworkConfiguration out: the new tasks then get the service's network.");
        }
    }
}
