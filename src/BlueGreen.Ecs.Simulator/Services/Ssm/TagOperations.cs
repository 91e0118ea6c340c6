using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>The tags of parameters.</summary>
internal static class TagOperations
{
    public static JsonObject Add(SsmState state, JsonObject input)
    {
        TagList.Add(Find(state, input).Tags, input.Objects("Tags"));
        return [];
    }

    public static JsonObject Remove(SsmState state, JsonObject input)
    {
        TagList.Remove(Find(state, input).Tags, input.Texts("TagKeys"));
        return [];
    }

    public static JsonObject List(SsmState state, JsonObject input) => new() { ["TagList"] = TagList.ToJson(Find(state, input).Tags) };

    private static Parameter Find(SsmState state, JsonObject input)
    {
        if (input.Text("ResourceType") is not "Parameter")
        {
            throw new AwsErrorException("InvalidResourceType", $"The simulator has no resources of the type {input.Text("ResourceType")}; it has parameters.");
        }

        return state.Parameters.GetValueOrDefault(input.Text("ResourceId")!)
            ?? throw new AwsErrorException("InvalidResourceId", $"The resource ID \"{input.Text("ResourceId")}\" is not valid. Verify the ID and try again.");
    }
}
