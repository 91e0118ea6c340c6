using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The operations on target groups.</summary>
internal static partial class TargetGroupOperations
{
    public static JsonObject Create(LoadBalancing state, JsonObject request)
    {
        var name = request.Text("Name")!;
        if (!NamePattern().IsMatch(name))
        {
            throw ElbErrors.Validation($"Target group name '{name}' can have at most 32 letters, digits and hyphens, and neither begin nor end with a hyphen");
        }

        var settings = TagOperations.Without(request);
        if (state.TargetGroups.Values.FirstOrDefault(group => string.Equals(group.Name, name, StringComparison.Ordinal)) is { } existing)
        {
            return JsonNode.DeepEquals(existing.Settings, settings)
                ? new JsonObject { ["TargetGroups"] = new JsonArray(ToJson(state, existing)) }
                : throw new AwsErrorException("DuplicateTargetGroupName", $"A target group with the same name '{name}' exists, but with different settings");
        }

        Quotas.RequireTargetGroup(state);
        return new JsonObject { ["TargetGroups"] = new JsonArray(ToJson(state, Add(state, request, settings, name))) };
    }

    public static JsonObject Describe(LoadBalancing state, JsonObject request)
    {
        var (arns, names, balancer) = (request.Texts("TargetGroupArns"), request.Texts("Names"), request.Text("LoadBalancerArn"));
        if (balancer is not null)
        {
            state.LoadBalancer(balancer);
        }

        var found = state.TargetGroups.Values
            .Where(group => arns.Count == 0 || arns.Contains(group.Arn, StringComparer.Ordinal))
            .Where(group => names.Count == 0 || names.Contains(group.Name, StringComparer.Ordinal))
            .Where(group => balancer is null || state.LoadBalancersOf(group.Arn).Contains(balancer, StringComparer.Ordinal))
            .ToList();
        return found.Count < Math.Max(arns.Distinct(StringComparer.Ordinal).Count(), names.Distinct(StringComparer.Ordinal).Count())
            ? throw ElbErrors.TargetGroupNotFound
            : Paging.Page(request, "TargetGroups", found, group => ToJson(state, group));
    }

    public static JsonObject Modify(LoadBalancing state, JsonObject request)
    {
        var group = state.TargetGroup(request.Text("TargetGroupArn")!);
        group.HealthCheck = group.HealthCheck.With(request);
        return new JsonObject { ["TargetGroups"] = new JsonArray(ToJson(state, group)) };
    }

    public static JsonObject Delete(LoadBalancing state, JsonObject request)
    {
        var arn = request.Text("TargetGroupArn")!;
        if (state.IsBehindLoadBalancer(arn))
        {
            throw new AwsErrorException("ResourceInUse", $"Target group '{arn}' is currently in use by a listener or a rule");
        }

        if (state.TargetGroups.Remove(arn, out var group))
        {
            TargetHealthChecker.Forget(group);
            state.Tags.Remove(arn);
        }

        return [];
    }

    public static JsonObject DescribeAttributes(LoadBalancing state, JsonObject request) =>
        AttributeList.Answer(state.TargetGroup(request.Text("TargetGroupArn")!).Attributes);

    public static JsonObject ModifyAttributes(LoadBalancing state, JsonObject request) =>
        AttributeList.Modify(state.TargetGroup(request.Text("TargetGroupArn")!).Attributes, request, "Target group", TargetGroupAttributes.Check);

    private static TargetGroup Add(LoadBalancing state, JsonObject request, JsonObject settings, string name)
    {
        var type = request.Text("TargetType", "instance");
        var (protocol, port, vpc) = (request.Text("Protocol"), request.Int("Port"), request.Text("VpcId"));
        if (type is not "lambda" && (protocol is null || port is null || vpc is null))
        {
            var absent = protocol is null ? "protocol" : port is null ? "port" : "VPC ID";
            throw ElbErrors.Validation($"A {absent} must be specified");
        }

        BalancerNetwork.RequireVpc(state.Region, vpc);
        if (port is < 1 or > 65535)
        {
            throw ElbErrors.Validation($"The port '{port}' must be between 1 and 65535");
        }

        var arn = state.Region.Arn("elasticloadbalancing", $"targetgroup/{name}/{state.Region.World.Ids.Hex(16)}");
        var group = new TargetGroup(arn, name, settings)
        {
            TargetType = type,
            Protocol = protocol ?? "HTTP",
            ProtocolVersion = request.Text("ProtocolVersion", "HTTP1"),
            Port = port,
            VpcId = vpc,
            HealthCheck = HealthCheck.Default(protocol ?? "HTTP", request.Text("ProtocolVersion", "HTTP1"), type, state.Region.World.Options.Timings).With(request),
            Attributes = TargetGroupAttributes.Defaults(),
        };
        state.TargetGroups.Add(arn, group);
        TagOperations.Store(state, arn, request);
        return group;
    }

    private static JsonObject ToJson(LoadBalancing state, TargetGroup group)
    {
        var isHttp = group.Protocol is "HTTP" or "HTTPS" && group.TargetType is not "lambda";
        var result = new JsonObject
        {
            ["TargetGroupArn"] = group.Arn,
            ["TargetGroupName"] = group.Name,
            ["Protocol"] = group.TargetType is "lambda" ? null : group.Protocol,
            ["Port"] = group.Port,
            ["VpcId"] = group.VpcId,
            ["LoadBalancerArns"] = state.LoadBalancersOf(group.Arn).ToJson(arn => JsonValue.Create(arn)),
            ["TargetType"] = group.TargetType,
            ["ProtocolVersion"] = isHttp ? group.ProtocolVersion : null,
            ["IpAddressType"] = group.Settings.Text("IpAddressType", "ipv4"),
        };
        group.HealthCheck.Write(result, group.ProtocolVersion);
        return result;
    }

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
