using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

/// <summary>Short words for what the tests do with networks.</summary>
internal static class Networks
{
    extension(AwsSimulator simulator)
    {
        public string Vpc(string block = "10.0.0.0/16") => simulator.Call("ec2.CreateVpc", new() { ["CidrBlock"] = block }).Object("Vpc")!.Text("VpcId")!;

        public string Subnet(string vpc, string block, string zone = "eu-west-1a") =>
            simulator.Call("ec2.CreateSubnet", new() { ["VpcId"] = vpc, ["CidrBlock"] = block, ["AvailabilityZone"] = zone }).Object("Subnet")!.Text("SubnetId")!;

        public string Group(string vpc, string name) =>
            simulator.Call("ec2.CreateSecurityGroup", new() { ["VpcId"] = vpc, ["GroupName"] = name, ["Description"] = name }).Text("GroupId")!;

        public IReadOnlyList<JsonObject> Find(string operation, string list, string filter, params string[] values) =>
            simulator.Call($"ec2.{operation}", new() { ["Filters"] = new JsonArray(Filter(filter, values)) }).Objects(list);
    }

    public static JsonObject Filter(string name, params string[] values) => new() { ["Name"] = name, ["Values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    /// <summary>The code and the text of a refusal.</summary>
    public static (string Code, string Message) Refusal(Action call)
    {
        var error = call.Should().Throw<AwsErrorException>().Which;
        return (error.Code, error.Message);
    }
}
