using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>The tags of scalable targets.</summary>
internal static class TagOperations
{
    public static JsonObject Tag(AutoScalingState state, JsonObject input)
    {
        TagMap.Add(Find(state, input).Tags, input.Object("Tags"));
        return [];
    }

    public static JsonObject Untag(AutoScalingState state, JsonObject input)
    {
        TagList.Remove(Find(state, input).Tags, input.Texts("TagKeys"));
        return [];
    }

    public static JsonObject List(AutoScalingState state, JsonObject input) => new() { ["Tags"] = TagMap.ToJson(Find(state, input).Tags) };

    private static ScalableTarget Find(AutoScalingState state, JsonObject input)
    {
        var arn = input.Text("ResourceARN")!;
        return state.Targets.Values.FirstOrDefault(target => target.Arn == arn)
            ?? throw new AwsErrorException("ResourceNotFoundException", $"Resource not found: {arn}") { Members = new JsonObject { ["ResourceName"] = arn } };
    }
}
