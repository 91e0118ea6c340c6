using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on NAT gateways and on the public addresses that they need.</summary>
internal static class NatGatewayOperations
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public static JsonObject Allocate(Ec2State state, JsonObject input)
    {
        var tags = TagOperations.Of(input, "elastic-ip");

        // 203.0.113.0/24 is for documentation, and no one's.
        var free = Enumerable.Range(1, 254).Select(host => $"203.0.113.{host}").First(ip => state.Addresses.Values.All(address => address.PublicIp != ip));
        var made = new ElasticAddress(state.NewId("eipalloc"), state.Region.Name, free);
        TagOperations.Add(made, tags);
        state.Addresses.Add(made.Id, made);
        return made.View();
    }

    public static JsonObject DescribeAddresses(Ec2State state, JsonObject input) => Listing.Of("DescribeAddresses", input, "AllocationIds", state.Addresses.Values);

    public static JsonObject Release(Ec2State state, JsonObject input)
    {
        var address = Ec2State.Find(state.Addresses, input.Text("AllocationId") ?? throw Ec2Errors.Missing("AllocationId"));
        if (address.User is not null)
        {
            throw new AwsErrorException("InvalidIPAddress.InUse", $"Address {address.PublicIp} is in use.");
        }

        state.Addresses.Remove(address.Id);
        return [];
    }

    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var subnet = Ec2State.Find(state.Subnets, input.Text("SubnetId") ?? throw Ec2Errors.Missing("SubnetId"));
        var address = input.Text("ConnectivityType") is "private" ? null : Ec2State.Find(state.Addresses, input.Text("AllocationId") ?? throw Ec2Errors.Missing("AllocationId"));
        if (address?.User is not null)
        {
            throw new AwsErrorException("Resource.AlreadyAssociated", $"resource {address.Id} is already associated with {address.User.Id}");
        }

        var tags = TagOperations.Of(input, "natgateway");
        var ip = AddressPool.Of(state.World).Next(subnet) ?? throw new AwsErrorException("InsufficientFreeAddressesInSubnet", $"insufficient free addresses in subnet '{subnet.Id}'");
        var gateway = new NatGateway(state.NewId("nat"), subnet, ip, address, state.World.Now);
        address?.User = gateway;
        TagOperations.Add(gateway, tags);
        state.NatGateways.Add(gateway.Id, gateway);
        Later(state, $"{gateway.Id} is available", () => gateway.State = gateway.State is "pending" ? "available" : gateway.State);
        return new JsonObject { ["NatGateway"] = Listing.View(gateway) };
    }

    public static JsonObject Describe(Ec2State state, JsonObject input) => Listing.Of("DescribeNatGateways", input, "NatGatewayIds", state.NatGateways.Values);

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var gateway = Ec2State.Find(state.NatGateways, input.Text("NatGatewayId"));
        if (gateway.State is "pending" or "available")
        {
            gateway.State = "deleting";
            Later(state, $"{gateway.Id} is deleted", () => End(state, gateway));
        }

        return new JsonObject { ["NatGatewayId"] = gateway.Id };
    }

    private static void End(Ec2State state, NatGateway gateway)
    {
        (gateway.State, gateway.DeletedAt) = ("deleted", state.World.Now);
        gateway.Address?.User = null;
        AddressPool.Of(state.World).Release(gateway.PrivateIp, gateway.Subnet);
        state.World.Clock.Schedule(Remembered, $"{gateway.Id} is forgotten", () => state.NatGateways.Remove(gateway.Id));
    }

    private static void Later(Ec2State state, string what, Action action) => state.World.Clock.Schedule(state.World.Options.Timings.NetworkProvisioning, what, action);
}
