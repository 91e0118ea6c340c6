using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Decides where a listener's next request goes: rule, then target group by weight, then target by turn.</summary>
internal static class RequestRouter
{
    public static Route Route(LoadBalancing state, string listenerArn, LoadBalancerRequest request)
    {
        if (!state.Listeners.TryGetValue(listenerArn, out var listener))
        {
            return Answer(503, "503 Service Temporarily Unavailable");
        }

        var rule = listener.AllRules.First(rule => rule.Priority is null || RuleConditions.Match(rule.Conditions, request));
        var action = rule.Actions.Last;
        return action.Text("Type") switch
        {
            "forward" => Forward(state, rule),
            "fixed-response" => FixedResponse(action.Object("FixedResponseConfig")!),
            "redirect" => Redirect(action.Object("RedirectConfig")!, listener, request),
            _ => Answer(401, "401 Authorization Required"),
        };
    }

    // A group whose targets are all unhealthy still gets its share, and sends it to all of them; an empty one answers 503.
    private static Route Forward(LoadBalancing state, Rule rule) =>
        rule.Shares.Next(rule.Actions.Weights) is { } group && state.TargetGroups.GetValueOrDefault(group)?.TakeTurn() is { } target
            ? new Route(target.Id, target.Port) { TargetGroupArn = group }
            : Answer(503, "503 Service Temporarily Unavailable");

    private static Route FixedResponse(JsonObject config) =>
        new(null, StatusCode: int.Parse(config.Text("StatusCode")!, CultureInfo.InvariantCulture), Body: config.Text("MessageBody", ""));

    private static Route Redirect(JsonObject config, Listener listener, LoadBalancerRequest request)
    {
        var path = Fill(config.Text("Path", "/#{path}"));
        var query = Fill(config.Text("Query", "#{query}"));
        var location = $"{Fill(config.Text("Protocol", "#{protocol}")).ToLowerInvariant()}://{Fill(config.Text("Host", "#{host}"))}:{Fill(config.Text("Port", "#{port}"))}{path}{(query.Length > 0 ? "?" : "")}{query}";
        return new Route(null, StatusCode: config.Text("StatusCode") is "HTTP_301" ? 301 : 302, Location: location);

        string Fill(string text) => text
            .Replace("#{protocol}", listener.Protocol, StringComparison.Ordinal)
            .Replace("#{host}", request.Host.Split(':')[0], StringComparison.Ordinal)
            .Replace("#{port}", listener.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("#{path}", request.Path.TrimStart('/'), StringComparison.Ordinal)
            .Replace("#{query}", request.Query.TrimStart('?'), StringComparison.Ordinal);
    }

    private static Route Answer(int status, string text) => new(null, StatusCode: status, Body: $"<html><head><title>{text}</title></head><body><h1>{text}</h1></body></html>");
}
