using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>A private way from a VPC to a service of AWS.</summary>
internal sealed class VpcEndpoint(string id, string owner, Vpc vpc, JsonObject settings, DateTimeOffset createdAt) : Ec2Resource(id, "vpc-endpoint")
{
    public Vpc Vpc => vpc;

    /// <summary>Type, service, policy, subnets, route tables and groups, under their wire names.</summary>
    public JsonObject Settings => settings;

    public string State { get; set; } = "available";

    public override JsonObject View()
    {
        var view = settings.Copy();
        (view["VpcEndpointId"], view["VpcId"], view["OwnerId"], view["State"]) = (Id, vpc.Id, owner, State);
        view["RequesterManaged"] = false;
        view["NetworkInterfaceIds"] = new JsonArray();
        view["CreationTimestamp"] = createdAt.ToJson();
        return view;
    }
}
