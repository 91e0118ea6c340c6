using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on VPC endpoints.</summary>
internal static class VpcEndpointOperations
{
    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var vpc = Ec2State.Find(state.Vpcs, input.Text("VpcId"));
        var service = input.Text("ServiceName") ?? throw Ec2Errors.Missing("ServiceName");
        if (!service.StartsWith($"com.amazonaws.{state.Region.Name}.", StringComparison.Ordinal))
        {
            throw new AwsErrorException("InvalidServiceName", $"The Vpc Endpoint Service '{service}' does not exist");
        }

        var isInterface = input.Text("VpcEndpointType", "Gateway") is "Interface";
        var subnets = input.Texts("SubnetIds").Select(id => Ec2State.Find(state.Subnets, id).Id).ToList();
        var tables = input.Texts("RouteTableIds").Select(id => Ec2State.Find(state.RouteTables, id).Id).ToList();
        var groups = input.Texts("SecurityGroupIds").Select(id => Ec2State.Find(state.Groups, id)).ToList();
        var settings = new JsonObject
        {
            ["VpcEndpointType"] = input.Text("VpcEndpointType", "Gateway"),
            ["ServiceName"] = service,
            ["PolicyDocument"] = input.Text("PolicyDocument") ?? """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
            ["PrivateDnsEnabled"] = isInterface && (input.Flag("PrivateDnsEnabled") ?? true),
            ["SubnetIds"] = subnets.ToJson(),
            ["RouteTableIds"] = tables.ToJson(),
            ["Groups"] = (isInterface ? groups.DefaultIfEmpty(state.DefaultGroup(vpc)) : []).ToJson(group => new JsonObject { ["GroupId"] = group.Id, ["GroupName"] = group.Name }),
        };
        var tags = TagOperations.Of(input, "vpc-endpoint");
        var endpoint = new VpcEndpoint(state.NewId("vpce"), state.World.Account, vpc, settings, state.World.Now);
        TagOperations.Add(endpoint, tags);
        state.Endpoints.Add(endpoint.Id, endpoint);
        if (isInterface)
        {
            endpoint.State = "pending";
            state.World.Clock.Schedule(state.World.Options.Timings.NetworkProvisioning, $"{endpoint.Id} is available", () => endpoint.State = "available");
        }

        return new JsonObject { ["VpcEndpoint"] = Listing.View(endpoint) };
    }

    public static JsonObject Describe(Ec2State state, JsonObject input) => Listing.Of("DescribeVpcEndpoints", input, "VpcEndpointIds", state.Endpoints.Values);

    /// <summary>Deletes what is there, and tells of the rest in the answer.</summary>
    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var missing = input.Texts("VpcEndpointIds").Where(id => !state.Endpoints.Remove(id)).ToList();
        return new JsonObject
        {
            ["Unsuccessful"] = missing.ToJson(id => new JsonObject
            {
                ["ResourceId"] = id,
                ["Error"] = new JsonObject { ["Code"] = Ec2Errors.NotFound(id).Code, ["Message"] = Ec2Errors.NotFound(id).Message },
            }),
        };
    }
}
