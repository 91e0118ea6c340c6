using System.Globalization;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG205: the AppSpec's network has no more subnets and security groups than ECS takes.</summary>
internal sealed class AppSpecNetworkSizeRule : IDocumentRule
{
    private const int MostSubnets = 16;
    private const int MostSecurityGroups = 5;

    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.AppSpec is not { Content.Network: { } network } spec)
        {
            return [];
        }

        return
            from list in new[] { (Name: "Subnets", Found: network.Subnets.Count, Most: MostSubnets), (Name: "SecurityGroups", Found: network.SecurityGroups.Count, Most: MostSecurityGroups) }
            where list.Found > list.Most
            select spec.Finding(
                "BG205",
                FindingSeverity.Error,
                $"Resources[0].{spec.Content.ResourceName}.Properties.NetworkConfiguration.AwsvpcConfiguration.{list.Name}",
                string.Create(CultureInfo.InvariantCulture, $"There are {list.Found} {list.Name}; allowed are {list.Most}."),
                "Leave out those that are not needed.");
    }
}
