using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The operations on load balancers.</summary>
internal static partial class LoadBalancerOperations
{
    public static JsonObject Create(LoadBalancing state, JsonObject request)
    {
        var name = request.Text("Name")!;
        if (!NamePattern().IsMatch(name) || name.StartsWith("internal-", StringComparison.Ordinal))
        {
            throw ElbErrors.Validation($"The load balancer name '{name}' can have at most 32 letters, digits and hyphens, neither begin nor end with a hyphen, nor begin with 'internal-'");
        }

        var settings = TagOperations.Without(request);
        if (state.LoadBalancers.Values.FirstOrDefault(balancer => string.Equals(balancer.Name, name, StringComparison.Ordinal)) is { } existing)
        {
            return JsonNode.DeepEquals(existing.Settings, settings)
                ? new JsonObject { ["LoadBalancers"] = new JsonArray(ToJson(state, existing)) }
                : throw new AwsErrorException("DuplicateLoadBalancerName", $"A load balancer with the same name '{name}' exists, but with different settings");
        }

        Quotas.RequireLoadBalancer(state);
        var type = request.Text("Type", "application");
        BalancerNetwork.RequireSubnets(state.Region, type, request);
        BalancerNetwork.RequireGroups(state.Region, request.Texts("SecurityGroups"), BalancerNetwork.SubnetsOf(request));

        return new JsonObject { ["LoadBalancers"] = new JsonArray(ToJson(state, Add(state, request, settings, name, type))) };
    }

    public static JsonObject Describe(LoadBalancing state, JsonObject request)
    {
        var (arns, names) = (request.Texts("LoadBalancerArns"), request.Texts("Names"));
        var found = state.LoadBalancers.Values
            .Where(balancer => arns.Count == 0 || arns.Contains(balancer.Arn, StringComparer.Ordinal))
            .Where(balancer => names.Count == 0 || names.Contains(balancer.Name, StringComparer.Ordinal))
            .ToList();
        return found.Count < Math.Max(arns.Count, names.Count)
            ? throw ElbErrors.LoadBalancerNotFound
            : Paging.Page(request, "LoadBalancers", found, balancer => ToJson(state, balancer));
    }

    public static JsonObject Delete(LoadBalancing state, JsonObject request)
    {
        var arn = request.Text("LoadBalancerArn")!;
        if (!state.LoadBalancers.TryGetValue(arn, out var balancer))
        {
            return [];
        }

        if (balancer.Attributes[LoadBalancerAttributes.DeletionProtection] is "true")
        {
            throw ElbErrors.NotPermitted($"Load balancer '{arn}' cannot be deleted because deletion protection is enabled");
        }

        foreach (var listener in state.Listeners.Values.Where(listener => string.Equals(listener.LoadBalancerArn, arn, StringComparison.Ordinal)).ToList())
        {
            ListenerOperations.Remove(state, listener);
        }

        state.LoadBalancers.Remove(arn);
        state.Tags.Remove(arn);
        return [];
    }

    public static JsonObject SetSecurityGroups(LoadBalancing state, JsonObject request)
    {
        var balancer = state.LoadBalancer(request.Text("LoadBalancerArn")!);
        if (request.Texts("SecurityGroups").Count == 0)
        {
            throw ElbErrors.Validation("At least one security group must be specified");
        }

        if (balancer.Settings.Text("Type") is "network" && balancer.Settings["SecurityGroups"] is null)
        {
            throw ElbErrors.InvalidConfiguration($"Network Load Balancer '{balancer.Arn}' was created without security groups, and cannot get any");
        }

        BalancerNetwork.RequireGroups(state.Region, request.Texts("SecurityGroups"), balancer.Subnets);
        balancer.Settings["SecurityGroups"] = request["SecurityGroups"]?.DeepClone();
        return new JsonObject { ["SecurityGroupIds"] = request["SecurityGroups"]?.DeepClone() };
    }

    public static JsonObject SetSubnets(LoadBalancing state, JsonObject request)
    {
        var balancer = state.LoadBalancer(request.Text("LoadBalancerArn")!);
        BalancerNetwork.RequireSubnets(state.Region, balancer.Settings.Text("Type", "application"), request);
        balancer.Settings["Subnets"] = BalancerNetwork.SubnetsOf(request).ToJson(subnet => JsonValue.Create(subnet));
        balancer.Settings.Remove("SubnetMappings");
        return new JsonObject { ["AvailabilityZones"] = BalancerNetwork.Zones(state.Region, balancer) };
    }

    public static JsonObject DescribeAttributes(LoadBalancing state, JsonObject request) =>
        AttributeList.Answer(state.LoadBalancer(request.Text("LoadBalancerArn")!).Attributes);

    public static JsonObject ModifyAttributes(LoadBalancing state, JsonObject request) =>
        AttributeList.Modify(state.LoadBalancer(request.Text("LoadBalancerArn")!).Attributes, request, "Load balancer", LoadBalancerAttributes.Check);

    private static LoadBalancer Add(LoadBalancing state, JsonObject request, JsonObject settings, string name, string type)
    {
        var world = state.Region.World;
        var kind = type switch { "network" => "net", "gateway" => "gwy", _ => "app" };
        var arn = state.Region.Arn("elasticloadbalancing", $"loadbalancer/{kind}/{name}/{world.Ids.Hex(16)}");
        var isInternal = request.Text("Scheme") is "internal";
        var balancer = new LoadBalancer(arn, name, settings)
        {
            DnsName = $"{(isInternal ? "internal-" : "")}{name}-{world.Ids.Digits(10)}.{state.Region.Name}.elb.amazonaws.com",
            Created = world.Now,
            Attributes = LoadBalancerAttributes.Defaults(),
        };
        state.LoadBalancers.Add(arn, balancer);
        TagOperations.Store(state, arn, request);
        world.Clock.Schedule(world.Options.Timings.LoadBalancerProvisioning, $"{name} is active", () =>
        {
            balancer.IsActive = true;
            world.History.Record("load-balancer", name, "active");
        });
        return balancer;
    }

    private static JsonObject ToJson(LoadBalancing state, LoadBalancer balancer) => new()
    {
        ["LoadBalancerArn"] = balancer.Arn,
        ["DNSName"] = balancer.DnsName,
        ["CanonicalHostedZoneId"] = "Z35SXDOTRQ7X7K",
        ["CreatedTime"] = balancer.Created.EpochSeconds(),
        ["LoadBalancerName"] = balancer.Name,
        ["Scheme"] = balancer.Settings.Text("Scheme", "internet-facing"),
        ["VpcId"] = BalancerNetwork.VpcOf(state.Region, balancer),
        ["State"] = new JsonObject { ["Code"] = balancer.IsActive ? "active" : "provisioning" },
        ["Type"] = balancer.Settings.Text("Type", "application"),
        ["AvailabilityZones"] = BalancerNetwork.Zones(state.Region, balancer),
        ["SecurityGroups"] = BalancerNetwork.Groups(state.Region, balancer),
        ["IpAddressType"] = balancer.Settings.Text("IpAddressType", "ipv4"),
    };

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
