using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The operations on registered targets.</summary>
internal static class TargetOperations
{
    public static JsonObject Register(LoadBalancing state, JsonObject request)
    {
        var group = state.TargetGroup(request.Text("TargetGroupArn")!);
        var targets = request.Objects("Targets").Select(target => Read(target, group)).ToList();
        Quotas.RequireTargets(state, group, targets.Count(target => group.Find(target.Id, target.Port) is null));
        foreach (var (id, port) in targets)
        {
            state.Health.Register(group, id, port);
        }

        return [];
    }

    public static JsonObject Deregister(LoadBalancing state, JsonObject request)
    {
        var group = state.TargetGroup(request.Text("TargetGroupArn")!);
        foreach (var target in request.Objects("Targets"))
        {
            // Without a port, every port of that target.
            var (id, port) = (target.Text("Id")!, target.Int("Port"));
            foreach (var found in group.Targets.Where(t => string.Equals(t.Id, id, StringComparison.Ordinal) && t.Port == (port ?? t.Port)).ToList())
            {
                state.Health.Deregister(group, found.Id, found.Port);
            }
        }

        return [];
    }

    public static JsonObject DescribeHealth(LoadBalancing state, JsonObject request)
    {
        var group = state.TargetGroup(request.Text("TargetGroupArn")!);
        var asked = request.Objects("Targets");
        var described = asked.Count == 0
            ? group.Targets.Select(target => (target.Id, target.Port, target.Health))
            : asked.Select(target =>
            {
                var (id, port) = Read(target, group);
                return (Id: id, Port: port, Health: group.Find(id, port)?.Health ?? TargetHealths.NotRegistered);
            });
        return new JsonObject
        {
            ["TargetHealthDescriptions"] = described.ToJson(target => ToJson(group, target.Id, target.Port, target.Health)),
        };
    }

    private static JsonObject ToJson(TargetGroup group, string id, int port, TargetHealth health) => new()
    {
        ["Target"] = new JsonObject { ["Id"] = id, ["Port"] = port },
        ["HealthCheckPort"] = group.HealthCheck.PortOf(new Target(id, port)).ToString(CultureInfo.InvariantCulture),
        ["TargetHealth"] = new JsonObject { ["State"] = health.State, ["Reason"] = health.Reason, ["Description"] = health.Description },
    };

    private static (string Id, int Port) Read(JsonObject target, TargetGroup group)
    {
        var id = target.Text("Id")!;
        if (group.TargetType is "ip" && !(IPAddress.TryParse(id, out var address) && address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
        {
            throw ElbErrors.Validation($"The IP address '{id}' is not a valid IPv4 or IPv6 address");
        }

        var port = target.Int("Port") ?? group.Port ?? (group.TargetType is "lambda" ? 0 : throw ElbErrors.Validation($"A port must be specified for target '{id}'"));
        return (id, port);
    }
}
