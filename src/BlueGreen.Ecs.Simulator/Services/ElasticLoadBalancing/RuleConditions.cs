using System.IO.Enumeration;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Which requests a rule's conditions let through.</summary>
internal static class RuleConditions
{
    private static readonly Dictionary<string, string> Configs = new(StringComparer.Ordinal)
    {
        ["path-pattern"] = "PathPatternConfig",
        ["host-header"] = "HostHeaderConfig",
        ["http-header"] = "HttpHeaderConfig",
        ["http-request-method"] = "HttpRequestMethodConfig",
        ["query-string"] = "QueryStringConfig",
        ["source-ip"] = "SourceIpConfig",
    };

    public static bool IsComplete(JsonObject condition) =>
        Configs.TryGetValue(condition.Text("Field", ""), out var config)
        && (condition["Values"] is JsonArray { Count: > 0 } || condition["RegexValues"] is not null || condition[config] is not null);

    /// <summary>Hosts and paths are answered as plain values and as a configuration, whichever way they came.</summary>
    public static JsonObject InBothForms(JsonObject condition)
    {
        var result = condition.DeepClone().AsObject();
        if (condition.Text("Field") is "path-pattern" or "host-header")
        {
            var config = Configs[condition.Text("Field")!];
            var values = Values(condition).ToJson(value => JsonValue.Create(value));
            result["Values"] = values.DeepClone();
            result[config] ??= new JsonObject { ["Values"] = values };
        }

        return result;
    }

    /// <returns>Whether every condition holds. Where a request comes from is not simulated, so that a condition on it always holds.</returns>
    public static bool Match(JsonArray conditions, LoadBalancerRequest request) =>
        conditions.All(condition => Matches(condition!.AsObject(), request));

    private static bool Matches(JsonObject condition, LoadBalancerRequest request) => condition.Text("Field") switch
    {
        "path-pattern" => Values(condition).Any(pattern => Like(pattern, request.Path, ignoreCase: false)),
        "host-header" => Values(condition).Any(pattern => Like(pattern, request.Host, ignoreCase: true)),
        "http-request-method" => Values(condition).Contains(request.Method, StringComparer.Ordinal),
        "http-header" => request.Header(condition.Object("HttpHeaderConfig")?.Text("HttpHeaderName") ?? "") is { } header
            && Values(condition).Any(pattern => Like(pattern, header, ignoreCase: true)),
        "query-string" => QueryMatches(condition, request.Query),
        _ => true,
    };

    private static IReadOnlyList<string> Values(JsonObject condition) => condition["Values"] is JsonArray { Count: > 0 }
        ? condition.Texts("Values")
        : condition.Object(Configs[condition.Text("Field")!])?.Texts("Values") ?? [];

    private static bool QueryMatches(JsonObject condition, string query)
    {
        var pairs = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToList();
        return (condition.Object("QueryStringConfig")?.Objects("Values") ?? []).Any(wanted => pairs.Exists(pair =>
            Like(wanted.Text("Value", ""), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""), ignoreCase: true)
            && (wanted.Text("Key") is not { } key || Like(key, Uri.UnescapeDataString(pair[0]), ignoreCase: true))));
    }

    private static bool Like(string pattern, string value, bool ignoreCase) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase);
}
