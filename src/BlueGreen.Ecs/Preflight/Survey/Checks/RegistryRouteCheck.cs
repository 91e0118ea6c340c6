using Amazon.EC2;
using Amazon.EC2.Model;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG263: tasks without public addresses have a way to ECR.</summary>
internal sealed class RegistryRouteCheck : ISurveyCheck
{
    // Images are asked for at two of ECR's addresses, and their layers come from S3.
    private static readonly string[] Needed = [".ecr.dkr", ".ecr.api", ".s3"];

    public IEnumerable<Finding> Check(Surroundings around)
    {
        if (around.Images.Count == 0 || around.Network is not { Network: { AssignPublicIp: not true } network, Routes.Value: { } tables, Endpoints.Value: { } endpoints })
        {
            yield break;
        }

        var closed = network.Subnets.Where(subnet => !LeadsOut(TableOf(subnet, tables))).ToList();
        if (closed.Count > 0 && !HasEndpoints(endpoints))
        {
            yield return new(
                "BG263", FindingSeverity.Warning, string.Join(", ", closed),
                "The new tasks get no public addresses, and their subnets have neither a route to a NAT gateway nor the endpoints of ECR (ecr.api, ecr.dkr and S3); their image could not be pulled.",
                "Add a NAT gateway, or endpoints for ecr.api, ecr.dkr, S3 and logs; or, in public subnets, let assignPublicIp be ENABLED.");
        }
    }

    // A subnet without a table of its own uses its VPC's main one.
    private static RouteTable? TableOf(string subnet, IReadOnlyList<RouteTable> tables) =>
        tables.FirstOrDefault(table => table.Associations?.Exists(one => one.SubnetId == subnet) is true) ?? tables.FirstOrDefault(table => table.Associations?.Exists(one => one.Main is true) is true);

    // An internet gateway takes only what has a public address. What else a route may lead to, a transit gateway or an appliance, is not looked behind.
    private static bool LeadsOut(RouteTable? table) => table?.Routes?.Exists(route =>
        route.State != RouteState.Blackhole && route.DestinationCidrBlock is "0.0.0.0/0" && route.GatewayId?.StartsWith("igw-", StringComparison.Ordinal) is not true) is true;

    private static bool HasEndpoints(IReadOnlyList<VpcEndpoint> endpoints) => Needed.All(service => endpoints.Any(one => one.ServiceName.EndsWith(service, StringComparison.Ordinal)));
}
