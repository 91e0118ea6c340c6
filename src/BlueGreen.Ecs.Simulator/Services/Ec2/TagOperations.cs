using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>CreateTags, DeleteTags and DescribeTags, and the tags that come with a resource.</summary>
internal static class TagOperations
{
    private const int Most = 50;

    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var resources = Find(state, input);
        foreach (var resource in resources)
        {
            Add(resource, input.Objects("Tags"));
        }

        return [];
    }

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        foreach (var resource in Find(state, input))
        {
            // Without tags all go; with a value only where it is that one.
            foreach (var (key, value) in resource.Tags.ToList())
            {
                if (input["Tags"] is null || input.Objects("Tags").Any(tag => tag.Text("Key") == key && (tag.Text("Value") is not { } only || only == value)))
                {
                    resource.Tags.Remove(key);
                }
            }
        }

        return [];
    }

    public static JsonObject Describe(Ec2State state, JsonObject input) =>
        Listing.Of("DescribeTags", input, state.Resources.SelectMany(resource => resource.Tags.Select(tag => new JsonObject
        {
            ["ResourceId"] = resource.Id,
            ["ResourceType"] = resource.Type,
            ["Key"] = tag.Key,
            ["Value"] = tag.Value,
        })));

    /// <summary>Checks a request's tag specifications before anything is made.</summary>
    /// <exception cref="AwsErrorException">They are of another type of resource.</exception>
    public static IReadOnlyList<JsonObject> Of(JsonObject input, string type)
    {
        var specifications = input.Objects("TagSpecifications");
        return specifications.FirstOrDefault(one => one.Text("ResourceType") != type) is { } other
            ? throw Ec2Errors.Value($"'{other.Text("ResourceType")}' is not a valid taggable resource type for this operation.")
            : [.. specifications.SelectMany(one => one.Objects("Tags"))];
    }

    /// <exception cref="AwsErrorException">A key is AWS's own, or there are too many.</exception>
    public static void Add(Ec2Resource resource, IReadOnlyList<JsonObject> tags)
    {
        if (tags.FirstOrDefault(tag => tag.Text("Key", "").StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is not null)
        {
            throw Ec2Errors.Value("Tag keys starting with 'aws:' are reserved for internal use");
        }

        if (resource.Tags.Keys.Union(tags.Select(tag => tag.Text("Key", "")), StringComparer.Ordinal).Count() > Most)
        {
            throw new AwsErrorException("TagLimitExceeded", $"The maximum number of Tags for a resource has been reached: {Most}.");
        }

        TagList.Add(resource.Tags, tags);
    }

    private static List<Ec2Resource> Find(Ec2State state, JsonObject input)
    {
        var all = state.Resources.ToDictionary(resource => resource.Id, StringComparer.Ordinal);
        return [.. input.Texts("Resources").Select(id => all.GetValueOrDefault(id) ?? throw Ec2Errors.NotFound(id))];
    }
}
