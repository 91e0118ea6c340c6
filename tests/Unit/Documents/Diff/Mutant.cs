using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Diff;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.Diff;

/// <summary>A task definition as its next revision may look: some items moved, gone, doubled or added, some texts changed.</summary>
internal static class Mutant
{
    public static JsonObject Of(JsonObject definition, JsonObject donor, uint seed)
    {
        var mutant = definition.DeepClone().AsObject();
        Change(mutant, donor, new PCG(seed, seed));
        return mutant;
    }

    public static TaskDefinition Of(TaskDefinition definition, TaskDefinition donor, uint seed) =>
        TaskDefinitionDocument.Parse(Of(CanonicalTaskDefinition.Tree(definition), CanonicalTaskDefinition.Tree(donor), seed).ToJsonString());

    private static void Change(JsonNode? node, JsonNode? donor, PCG random)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                var other = donor is JsonObject others ? others[name] : null;
                Change(value, other, random);
                if (value is JsonArray list && name != "containerDefinitions")
                {
                    Change(list, other as JsonArray, random);
                }
                else if (value?.GetValueKind() == JsonValueKind.String && name != "name" && random.Next(20) == 0)
                {
                    members[name] = value.GetValue<string>() + "x";
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var (i, item) in items.Index())
            {
                Change(item, donor is JsonArray others && i < others.Count ? others[i] : null, random);
            }
        }
    }

    private static void Change(JsonArray list, JsonArray? donor, PCG random)
    {
        if (list.Count > 0 && random.Next(4) == 0)
        {
            list.Insert((int)random.Next((uint)list.Count + 1), list[0]?.DeepClone());
        }

        if (donor is { Count: > 0 } && random.Next(4) == 0)
        {
            list.Insert((int)random.Next((uint)list.Count + 1), donor[0]?.DeepClone());
        }

        if (list.Count > 0 && random.Next(4) == 0)
        {
            list.RemoveAt((int)random.Next((uint)list.Count));
        }

        if (list.Count > 1 && random.Next(3) == 0)
        {
            var first = list[0];
            list.RemoveAt(0);
            list.Add(first);
        }
    }
}
