using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The operations on tags.</summary>
internal static class TagOperations
{
    private const int MostTags = 50;

    public static JsonObject Add(LoadBalancing state, JsonObject request)
    {
        var arns = request.Texts("ResourceArns");
        RequireAll(state, arns);
        foreach (var arn in arns)
        {
            Store(state, arn, request);
        }

        return [];
    }

    public static JsonObject Remove(LoadBalancing state, JsonObject request)
    {
        var arns = request.Texts("ResourceArns");
        RequireAll(state, arns);
        foreach (var key in request.Texts("TagKeys"))
        {
            foreach (var tags in arns.Select(arn => state.Tags.GetValueOrDefault(arn)))
            {
                tags?.Remove(key);
            }
        }

        return [];
    }

    public static JsonObject Describe(LoadBalancing state, JsonObject request)
    {
        var arns = request.Texts("ResourceArns");
        RequireAll(state, arns);
        return new JsonObject
        {
            ["TagDescriptions"] = arns.ToJson(arn => new JsonObject
            {
                ["ResourceArn"] = arn,
                ["Tags"] = (state.Tags.GetValueOrDefault(arn) ?? []).ToJson(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }),
            }),
        };
    }

    /// <summary>Adds the tags of a request to a resource.</summary>
    public static void Store(LoadBalancing state, string arn, JsonObject request)
    {
        var added = request.Objects("Tags").Select(tag => (Key: tag.Text("Key")!, Value: tag.Text("Value", ""))).ToList();
        if (added.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() < added.Count)
        {
            throw new AwsErrorException("DuplicateTagKeys", "A tag key was specified more than once");
        }

        var tags = state.Tags.GetValueOrDefault(arn) ?? new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (tags.Keys.Union(added.Select(tag => tag.Key), StringComparer.Ordinal).Count() > MostTags)
        {
            throw new AwsErrorException("TooManyTags", $"A resource can have at most {MostTags} tags");
        }

        foreach (var (key, value) in added)
        {
            tags[key] = value;
        }

        state.Tags[arn] = tags;
    }

    /// <returns>A copy of a request without its tags: they do not count when settings are compared.</returns>
    public static JsonObject Without(JsonObject request)
    {
        var settings = request.DeepClone().AsObject();
        settings.Remove("Tags");
        return settings;
    }

    private static void RequireAll(LoadBalancing state, IReadOnlyList<string> arns)
    {
        foreach (var arn in arns)
        {
            _ = arn.Split(':', '/') switch
            {
                [_, _, _, _, _, "targetgroup", ..] => (object)state.TargetGroup(arn),
                [_, _, _, _, _, "loadbalancer", ..] => state.LoadBalancer(arn),
                [_, _, _, _, _, "listener", ..] => state.Listener(arn),
                [_, _, _, _, _, "listener-rule", ..] => state.Rule(arn),
                _ => throw ElbErrors.Validation($"'{arn}' is not a valid ARN of a load balancer, target group, listener or rule"),
            };
        }
    }
}
