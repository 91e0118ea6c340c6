using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>
/// The filters of Describe operations. Their names follow the members of what is described: <c>attachment.vpc-id</c> is <c>VpcId</c> in <c>Attachments</c>.
/// </summary>
internal static class Filters
{
    // Those that do not.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["cidr"] = "cidr-block",
        ["default"] = "is-default",
        ["group-id"] = "group.group-id",
        ["group-name"] = "group.group-name",
        ["vpc-endpoint-state"] = "state",
        ["ip-permission.cidr"] = "ip-permission.ip-range.cidr-ip",
        ["ip-permission.group-id"] = "ip-permission.user-id-group-pair.group-id",
        ["ip-permission.protocol"] = "ip-permission.ip-protocol",
        ["egress.ip-permission.cidr"] = "ip-permissions-egress.ip-range.cidr-ip",
        ["egress.ip-permission.group-id"] = "ip-permissions-egress.user-id-group-pair.group-id",
        ["egress.ip-permission.protocol"] = "ip-permissions-egress.ip-protocol",
        ["egress.ip-permission.from-port"] = "ip-permissions-egress.from-port",
        ["egress.ip-permission.to-port"] = "ip-permissions-egress.to-port",
        ["cidr-block-association.state"] = "cidr-block-association.cidr-block-state.state",
    };

    /// <returns>Whether a view passes all filters of a request. Values may have <c>*</c> and <c>?</c>; one of them must fit.</returns>
    /// <exception cref="AwsErrorException">There is no such filter for what is described.</exception>
    public static Func<JsonObject, bool> Of(IReadOnlyList<JsonObject> filters, Shape described)
    {
        var tests = filters.Select(filter => One(filter.Text("Name") ?? throw Ec2Errors.Missing("Name"), filter.Texts("Values"), described)).ToList();
        return view => tests.TrueForAll(test => test(view));
    }

    private static Func<JsonObject, bool> One(string name, IReadOnlyList<string> values, Shape described)
    {
        var patterns = values.Select(Pattern).ToList();
        var read = Reader(name, described);
        return view => read(view).Any(found => patterns.Exists(pattern => pattern.IsMatch(found)));
    }

    private static Func<JsonObject, IEnumerable<string>> Reader(string name, Shape described)
    {
        if (name is "tag-key" or "tag-value" || name.StartsWith("tag:", StringComparison.Ordinal))
        {
            return view => Tags(view).Where(tag => name.Length < 4 || name[3] is not ':' || tag.Text("Key") == name[4..]).Select(tag => tag.Text(name is "tag-key" ? "Key" : "Value", ""));
        }

        var path = Path(name, described) ?? (Others.TryGetValue(name, out var other) ? Path(other, described) : null) ?? throw Ec2Errors.Value($"The filter '{name}' is invalid");
        return view => path.Aggregate<string, IEnumerable<JsonNode>>([view], (nodes, member) => nodes.OfType<JsonObject>().SelectMany(node => Spread(node[member])))
            .Select(node => node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString());
    }

    private static IReadOnlyList<JsonObject> Tags(JsonObject view) => view.Objects(view["TagSet"] is null ? "Tags" : "TagSet");

    private static IEnumerable<JsonNode> Spread(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        _ => [node],
    };

    private static List<string>? Path(string name, Shape described)
    {
        var (path, shape) = (new List<string>(), described);
        foreach (var step in name.Split('.'))
        {
            var words = string.Concat(step.Split('-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            if ((shape.Find(words) ?? shape.Find(words + "s") ?? shape.Find(words + "Set")) is not { } member)
            {
                return null;
            }

            path.Add(member.Name);
            shape = member.Shape.Element ?? member.Shape;
        }

        return path;
    }

    private static Regex Pattern(string value) =>
        new($"^{Regex.Escape(value).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
}
