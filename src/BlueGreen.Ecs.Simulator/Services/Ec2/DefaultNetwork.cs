namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>What AWS makes beside a VPC, and the VPC that each region has from the start.</summary>
internal sealed class DefaultNetwork(Ec2State state, Func<string, string> newId)
{
    private const int DefaultSubnetLength = 20;
    private static readonly Cidr Everything = new(0, 0);
    private static readonly Cidr DefaultBlock = Cidr.Parse("172.31.0.0/16")!.Value;

    /// <summary>Makes the default VPC: a public subnet in each zone, behind an internet gateway.</summary>
    public Vpc Make()
    {
        var vpc = MakeVpc(DefaultBlock, isDefault: true, "default");
        for (var i = 0; i < state.Zones.Count; i++)
        {
            var block = new Cidr(DefaultBlock.First + ((uint)i << (32 - DefaultSubnetLength)), DefaultSubnetLength);
            var subnet = new Subnet(newId("subnet"), state.Region, vpc, state.Zones[i], block) { IsDefault = true, MapsPublicIp = true };
            state.Subnets.Add(subnet.Id, subnet);
        }

        var gateway = new InternetGateway(newId("igw"), state.World.Account) { VpcId = vpc.Id };
        state.InternetGateways.Add(gateway.Id, gateway);
        var table = state.RouteTables.Values.First(one => one.Vpc == vpc);
        table.Routes.Add(Everything.ToString(), RouteTableOperations.Route(Everything.ToString(), "GatewayId", gateway.Id));
        return vpc;
    }

    /// <summary>Makes a VPC with its main route table and its default security group.</summary>
    public Vpc MakeVpc(Cidr block, bool isDefault, string tenancy)
    {
        var (owner, region) = (state.World.Account, state.Region);
        var vpc = new Vpc(newId("vpc"), owner, block) { IsDefault = isDefault, Tenancy = tenancy };
        (vpc.Attributes["EnableDnsSupport"], vpc.Attributes["EnableDnsHostnames"], vpc.Attributes["EnableNetworkAddressUsageMetrics"]) = (true, isDefault, false);
        state.Vpcs.Add(vpc.Id, vpc);
        var table = new RouteTable(newId("rtb"), owner, vpc) { MainAssociation = newId("rtbassoc") };
        state.RouteTables.Add(table.Id, table);
        var group = new SecurityGroup(newId("sg"), region, vpc, SecurityGroup.DefaultName, "default VPC security group");
        group.Rules.Add(new SecurityGroupRule(newId("sgr"), region, group.Id, isEgress: false, new RuleKey("-1", null, null, "GroupId", group.Id), null));
        group.Rules.Add(OpenEgress(group));
        state.Groups.Add(group.Id, group);
        return vpc;
    }

    /// <summary>The rule with which every group begins: all traffic may leave.</summary>
    public SecurityGroupRule OpenEgress(SecurityGroup group) =>
        new(newId("sgr"), state.Region, group.Id, isEgress: true, new RuleKey("-1", null, null, "CidrIpv4", Everything.ToString()), null);
}
