using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The operations on listeners.</summary>
internal static class ListenerOperations
{
    public static JsonObject Create(LoadBalancing state, JsonObject request)
    {
        var balancer = state.LoadBalancer(request.Text("LoadBalancerArn")!);
        Quotas.RequireListener(state, balancer.Arn);
        var actions = state.Admit(RuleActions.Read(request.Objects("DefaultActions")), balancer.Arn);
        var port = request.Int("Port") ?? throw ElbErrors.Validation("A listener port must be specified");
        var protocol = CheckProtocol(balancer.Arn, request.Text("Protocol") ?? throw ElbErrors.Validation("A listener protocol must be specified"));
        RequireFreePort(state, balancer.Arn, port, null);
        if (protocol is "HTTPS" or "TLS" && request.Objects("Certificates").Count != 1)
        {
            throw ElbErrors.Validation($"A certificate must be specified for {protocol} listeners");
        }

        var ids = state.Region.World.Ids;
        var path = balancer.Arn[(balancer.Arn.IndexOf(":loadbalancer/", StringComparison.Ordinal) + ":loadbalancer/".Length)..] + "/" + ids.Hex(16);
        var arn = state.Region.Arn("elasticloadbalancing", $"listener/{path}");
        var listener = new Listener(arn, balancer.Arn)
        {
            Port = port,
            Protocol = protocol,
            SslPolicy = request.Text("SslPolicy") ?? (protocol is "HTTPS" or "TLS" ? "ELBSecurityPolicy-2016-08" : null),
            Certificates = request["Certificates"]?.DeepClone().AsArray(),
            Attributes = LoadBalancerAttributes.ListenerDefaults(),
            DefaultRule = new Rule(state.Region.Arn("elasticloadbalancing", $"listener-rule/{path}/{ids.Hex(16)}"), arn) { Actions = actions },
        };
        state.Listeners.Add(arn, listener);
        TagOperations.Store(state, arn, request);
        state.ForwardingChanged(listener);
        return Answer(listener);
    }

    public static JsonObject Describe(LoadBalancing state, JsonObject request)
    {
        var (arns, balancer) = (request.Texts("ListenerArns"), request.Text("LoadBalancerArn"));
        if (arns.Count == 0 && balancer is null)
        {
            throw ElbErrors.Validation("You must specify either listener ARNs or a load balancer ARN");
        }

        if (balancer is not null)
        {
            state.LoadBalancer(balancer);
        }

        var found = state.Listeners.Values
            .Where(listener => arns.Count == 0 || arns.Contains(listener.Arn, StringComparer.Ordinal))
            .Where(listener => balancer is null || string.Equals(listener.LoadBalancerArn, balancer, StringComparison.Ordinal))
            .ToList();
        return found.Count < arns.Distinct(StringComparer.Ordinal).Count()
            ? throw ElbErrors.ListenerNotFound
            : Paging.Page(request, "Listeners", found, ToJson);
    }

    public static JsonObject Modify(LoadBalancing state, JsonObject request)
    {
        var listener = state.Listener(request.Text("ListenerArn")!);
        var actions = request["DefaultActions"] is null ? listener.DefaultRule.Actions
            : state.Admit(RuleActions.Read(request.Objects("DefaultActions")), listener.LoadBalancerArn);
        var port = request.Int("Port") ?? listener.Port;
        var protocol = CheckProtocol(listener.LoadBalancerArn, request.Text("Protocol", listener.Protocol));
        RequireFreePort(state, listener.LoadBalancerArn, port, listener);

        (listener.Port, listener.Protocol, listener.DefaultRule.Actions) = (port, protocol, actions);
        listener.SslPolicy = request.Text("SslPolicy") ?? listener.SslPolicy;
        listener.Certificates = request["Certificates"]?.DeepClone().AsArray() ?? listener.Certificates;
        state.ForwardingChanged(listener);
        return Answer(listener);
    }

    public static JsonObject Delete(LoadBalancing state, JsonObject request)
    {
        Remove(state, state.Listener(request.Text("ListenerArn")!));
        return [];
    }

    public static JsonObject DescribeAttributes(LoadBalancing state, JsonObject request) =>
        AttributeList.Answer(state.Listener(request.Text("ListenerArn")!).Attributes);

    public static JsonObject ModifyAttributes(LoadBalancing state, JsonObject request) =>
        AttributeList.Modify(state.Listener(request.Text("ListenerArn")!).Attributes, request, "Listener", (_, _) => { });

    /// <summary>Removes a listener with its rules.</summary>
    public static void Remove(LoadBalancing state, Listener listener)
    {
        state.Listeners.Remove(listener.Arn);
        foreach (var arn in listener.AllRules.Select(rule => rule.Arn).Append(listener.Arn))
        {
            state.Tags.Remove(arn);
        }

        state.ForwardingChanged(listener);
    }

    private static JsonObject Answer(Listener listener) => new() { ["Listeners"] = new JsonArray(ToJson(listener)) };

    private static JsonObject ToJson(Listener listener) => new()
    {
        ["ListenerArn"] = listener.Arn,
        ["LoadBalancerArn"] = listener.LoadBalancerArn,
        ["Port"] = listener.Port,
        ["Protocol"] = listener.Protocol,
        ["Certificates"] = listener.Certificates?.DeepClone(),
        ["SslPolicy"] = listener.SslPolicy,
        ["DefaultActions"] = listener.DefaultRule.Actions.ToJson(),
    };

    private static string CheckProtocol(string loadBalancerArn, string protocol)
    {
        var isApplication = loadBalancerArn.Contains(":loadbalancer/app/", StringComparison.Ordinal);
        return protocol is "HTTP" or "HTTPS" == isApplication
            ? protocol
            : throw new AwsErrorException("UnsupportedProtocol", $"The protocol '{protocol}' is not supported by load balancer '{loadBalancerArn}'");
    }

    private static void RequireFreePort(LoadBalancing state, string loadBalancerArn, int port, Listener? except)
    {
        if (port is < 1 or > 65535)
        {
            throw ElbErrors.Validation($"The listener port '{port}' must be between 1 and 65535");
        }

        if (state.Listeners.Values.Any(other => other != except && other.Port == port && string.Equals(other.LoadBalancerArn, loadBalancerArn, StringComparison.Ordinal)))
        {
            throw new AwsErrorException("DuplicateListener", $"A listener already exists on this port for this load balancer '{loadBalancerArn}'");
        }
    }
}
