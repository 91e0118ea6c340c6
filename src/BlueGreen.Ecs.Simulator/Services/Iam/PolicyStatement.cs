using System.IO.Enumeration;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>One statement of a policy, held against an action, a resource and the context of a request.</summary>
internal sealed class PolicyStatement(JsonObject statement)
{
    public bool IsDeny => statement.Text("Effect") == "Deny";

    /// <returns>The statements of a document, which has one or a list of them.</returns>
    public static IEnumerable<PolicyStatement> Of(JsonObject document) => document["Statement"] switch
    {
        JsonArray list => list.OfType<JsonObject>().Select(one => new PolicyStatement(one)),
        JsonObject one => [new PolicyStatement(one)],
        _ => [],
    };

    /// <summary>Whether the statement is about the action and the resource, whatever its condition. Of any resource (<c>*</c>) a denial must mean all, a permission only some.</summary>
    public bool IsAbout(string action, string resource) =>
        Names("Action", action, ignoreCase: true) && ((resource == "*" && !IsDeny) || Names("Resource", resource, ignoreCase: false));

    /// <summary>Whether the condition holds.</summary>
    /// <param name="context">Values by key.</param>
    /// <param name="missing">Gets the keys that have no value.</param>
    public bool Holds(IReadOnlyDictionary<string, string[]> context, ICollection<string> missing)
    {
        var holds = true;
        foreach (var (name, tests) in statement.Object("Condition") ?? [])
        {
            foreach (var (key, expected) in tests!.AsObject())
            {
                var ifExists = name.EndsWith("IfExists", StringComparison.Ordinal);
                if (!context.TryGetValue(key, out var values))
                {
                    if (!ifExists)
                    {
                        missing.Add(key);
                        holds = false;
                    }

                    continue;
                }

                var @operator = name.Split(':')[^1];
                holds &= Test(ifExists ? @operator[..^"IfExists".Length] : @operator, Texts(expected), values);
            }
        }

        return holds;
    }

    // An operator that is not known here never holds: a permission is not granted by a guess.
    private static bool Test(string @operator, IReadOnlyList<string> expected, string[] values) => @operator switch
    {
        "StringEquals" => values.Any(value => expected.Contains(value, StringComparer.Ordinal)),
        "StringEqualsIgnoreCase" or "Bool" => values.Any(value => expected.Contains(value, StringComparer.OrdinalIgnoreCase)),
        "StringLike" or "ArnLike" or "ArnEquals" => values.Any(value => expected.Any(pattern => Like(pattern, value, ignoreCase: false))),
        "StringNotEquals" => !values.Any(value => expected.Contains(value, StringComparer.Ordinal)),
        "StringNotLike" or "ArnNotLike" or "ArnNotEquals" => !values.Any(value => expected.Any(pattern => Like(pattern, value, ignoreCase: false))),
        _ => false,
    };

    private bool Names(string member, string value, bool ignoreCase) => statement[member] is { } named
        ? Texts(named).Any(pattern => Like(pattern, value, ignoreCase))
        : statement["Not" + member] is { } others && !Texts(others).Any(pattern => Like(pattern, value, ignoreCase));

    private static bool Like(string pattern, string value, bool ignoreCase) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase);

    private static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(one => one!.ToString())],
        null => [],
        _ => [node.ToString()],
    };
}
