using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on internet gateways.</summary>
internal static class InternetGatewayOperations
{
    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var tags = TagOperations.Of(input, "internet-gateway");
        var gateway = new InternetGateway(state.NewId("igw"), state.World.Account);
        TagOperations.Add(gateway, tags);
        state.InternetGateways.Add(gateway.Id, gateway);
        return new JsonObject { ["InternetGateway"] = Listing.View(gateway) };
    }

    public static JsonObject Attach(Ec2State state, JsonObject input)
    {
        var gateway = Ec2State.Find(state.InternetGateways, input.Text("InternetGatewayId"));
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        if (gateway.VpcId is { } before)
        {
            throw new AwsErrorException("Resource.AlreadyAssociated", $"resource {gateway.Id} is already attached to network {before}");
        }

        if (state.InternetGateways.Values.FirstOrDefault(other => other.VpcId == vpc.Id) is { } attached)
        {
            throw new AwsErrorException("InvalidParameterValue", $"Network {vpc.Id} already has an internet gateway attached: {attached.Id}");
        }

        gateway.VpcId = vpc.Id;
        return [];
    }

    public static JsonObject Detach(Ec2State state, JsonObject input)
    {
        var gateway = Ec2State.Find(state.InternetGateways, input.Text("InternetGatewayId"));
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        if (gateway.VpcId != vpc.Id)
        {
            throw new AwsErrorException("Gateway.NotAttached", $"resource {gateway.Id} is not attached to network {vpc.Id}");
        }

        // Whatever has a public address keeps the network at the internet.
        if (state.NatGateways.Values.Any(nat => nat.IsThere && nat.Address is not null && nat.Subnet.Vpc == vpc)
            || NetworkInterfaceOperations.TasksOf(state).Any(task => task.Network is { HasPublicIp: true, Subnet: { } subnet } && subnet.Vpc == vpc))
        {
            throw Ec2Errors.Dependency($"Network {vpc.Id} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.");
        }

        gateway.VpcId = null;
        return [];
    }

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var gateway = Ec2State.Find(state.InternetGateways, input.Text("InternetGatewayId"));
        if (gateway.VpcId is not null)
        {
            throw Ec2Errors.Dependency($"The internetGateway '{gateway.Id}' has dependencies and cannot be deleted.");
        }

        state.InternetGateways.Remove(gateway.Id);
        return [];
    }

    public static JsonObject Describe(Ec2State state, JsonObject input) =>
        Listing.Of("DescribeInternetGateways", input, "InternetGatewayIds", state.InternetGateways.Values);
}
