using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The tags of applications, deployment groups and configurations.</summary>
internal static class TagOperations
{
    private const int MostTags = 50;

    public static JsonObject Tag(CodeDeployState state, JsonObject input)
    {
        var tags = Find(state, input);
        var added = Check(input.Objects("Tags"));
        if (added.Count == 0)
        {
            throw CodeDeployErrors.Of("TagRequired", "At least one tag is required.");
        }

        if (tags.Keys.Union(added.Select(tag => tag.Text("Key", "")), StringComparer.Ordinal).Count() > MostTags)
        {
            throw CodeDeployErrors.Of("InvalidTagsToAdd", $"A resource can have at most {MostTags} tags.");
        }

        TagList.Add(tags, added);
        return [];
    }

    public static JsonObject Untag(CodeDeployState state, JsonObject input)
    {
        var keys = input.Texts("TagKeys");
        if (keys.Count == 0)
        {
            throw CodeDeployErrors.Of("TagRequired", "At least one tag key is required.");
        }

        TagList.Remove(Find(state, input), keys);
        return [];
    }

    public static JsonObject List(CodeDeployState state, JsonObject input) => new() { ["Tags"] = TagList.ToJson(Find(state, input)) };

    /// <returns>The tags, which may be given to a new resource.</returns>
    /// <exception cref="AwsErrorException">They are too many, or one has no key or a reserved one.</exception>
    public static IReadOnlyList<JsonObject> Check(IReadOnlyList<JsonObject> tags)
    {
        var wrong = tags.FirstOrDefault(tag => tag.Text("Key", "") is { Length: 0 or > 128 } or ['a', 'w', 's', ':', ..] || tag.Text("Value", "").Length > 256);
        return wrong is null && tags.Count <= MostTags
            ? tags
            : throw CodeDeployErrors.Of("InvalidTagsToAdd", wrong is null
                ? $"A resource can have at most {MostTags} tags."
                : $"The tag '{wrong.Text("Key", "")}' is invalid: a key has 1 to 128 characters and does not begin with aws:, a value has at most 256.");
    }

    private static SortedDictionary<string, string> Find(CodeDeployState state, JsonObject input)
    {
        var arn = input.Text("ResourceArn");
        if (string.IsNullOrEmpty(arn))
        {
            throw CodeDeployErrors.Of("ResourceArnRequired", "The ARN of a resource is required.");
        }

        var parts = arn.Split(':', 7);
        if (parts is not ["arn", _, "codedeploy", _, _, var kind, var name])
        {
            throw CodeDeployErrors.Of("InvalidArn", $"The ARN {arn} is not in a valid format.");
        }

        return (kind, name.Split('/')) switch
        {
            ("application", [var application]) => state.FindApplication(application).Tags,
            ("deploymentgroup", [var application, var group]) => CodeDeployState.FindGroup(state.FindApplication(application), group).Tags,
            ("deploymentconfig", [var config]) => state.FindConfig(config).Tags,
            _ => throw CodeDeployErrors.Of("ArnNotSupported", $"The ARN {arn} is not of an application, a deployment group or a deployment configuration."),
        };
    }
}
