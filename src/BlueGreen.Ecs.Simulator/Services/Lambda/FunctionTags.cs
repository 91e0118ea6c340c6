using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>TagResource, UntagResource and ListTags of functions.</summary>
internal static class FunctionTags
{
    public static JsonObject Tag(LambdaState state, JsonObject input)
    {
        TagMap.Add(state.Find(input.Text("Resource")).Tags, input.Object("Tags"));
        return [];
    }

    public static JsonObject Untag(LambdaState state, JsonObject input)
    {
        TagList.Remove(state.Find(input.Text("Resource")).Tags, input.Texts("TagKeys"));
        return [];
    }

    public static JsonObject List(LambdaState state, JsonObject input) => new() { ["Tags"] = TagMap.ToJson(state.Find(input.Text("Resource")).Tags) };
}
