using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Who may assume a role. Conditions are taken as met.</summary>
internal static class TrustPolicy
{
    /// <param name="document">The role's trust policy.</param>
    /// <param name="service">Such as <c>ecs-tasks.amazonaws.com</c>.</param>
    public static bool Admits(string document, string service)
    {
        var statements = JsonNode.Parse(document)?["Statement"] switch
        {
            JsonArray list => list.OfType<JsonObject>().ToList(),
            JsonObject one => [one],
            _ => [],
        };
        var about = statements.Where(statement => Has(statement["Action"], "sts:AssumeRole", "sts:*", "*")
            && (statement["Principal"] is JsonObject principal ? Has(principal["Service"], service, "*") : Has(statement["Principal"], "*"))).ToList();
        return about.Exists(statement => statement.Text("Effect") is "Allow") && !about.Exists(statement => statement.Text("Effect") is "Deny");
    }

    private static bool Has(JsonNode? texts, params ReadOnlySpan<string> wanted)
    {
        foreach (var text in texts is JsonArray list ? list.OfType<JsonValue>() : texts is JsonValue one ? [one] : [])
        {
            foreach (var other in wanted)
            {
                if (string.Equals(text.ToString(), other, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
