using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>
/// The form in which two task definitions can be compared: what ECS fills in when it registers one is filled in, units are numbers, lists whose
/// order means nothing are sorted, and what is null or empty is gone. Equal forms run the same.
/// </summary>
internal static class CanonicalTaskDefinition
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The canonical form; making it of itself changes nothing.</summary>
    /// <exception cref="DocumentException">A member stands twice in the same object, such as a Docker label.</exception>
    public static JsonObject Of(TaskDefinition definition)
    {
        var root = Tree(definition with { Additional = DescribeOnlyMembers.Without(definition.Additional) });
        Normalize(root);
        return root;
    }

    /// <summary>Brings a task definition, as it would be written, into the canonical form.</summary>
    public static void Normalize(JsonObject root)
    {
        Normalize(root, ContentRules.Root);
        FillHostPorts(root);
    }

    /// <summary>The task definition as it would be written.</summary>
    public static JsonObject Tree(TaskDefinition definition)
    {
        try
        {
            return JsonNode.Parse(TaskDefinitionDocument.ToJson(definition), documentOptions: Strict)!.AsObject();
        }
        catch (JsonException exception)
        {
            throw new DocumentException(new("task definition", 1, 1, string.Empty), $"It cannot be compared: {exception.Message}", exception);
        }
    }

    private static void Normalize(JsonObject node, ContentShape? shape)
    {
        for (var i = node.Count - 1; i >= 0; i--)
        {
            var (name, value) = node.GetAt(i);
            var member = shape?.Member(name);
            Normalize(value, member);
            if (member?.Rule is { IsDropped: true } || IsNothing(value) || (member?.Rule is { IsText: true } && IsEmptyText(value)))
            {
                node.RemoveAt(i);
            }
            else if (member?.Rule is { Unit: { } unit } && value!.GetValueKind() == JsonValueKind.String)
            {
                node[name] = Units(value.GetValue<string>(), unit);
            }
        }

        foreach (var (name, json) in node.Count > 0 && shape is not null ? shape.Defaults : [])
        {
            node[name] ??= JsonNode.Parse(json);
        }
    }

    private static void Normalize(JsonNode? value, ContentShape? shape)
    {
        if (value is JsonObject child && shape is not { Rule.IsMap: true })
        {
            Normalize(child, shape);
        }
        else if (value is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>())
            {
                Normalize(item, shape?.Item);
            }

            if (shape is { Rule: { IsSorted: true } rule })
            {
                Sort(list, rule);
            }
        }
    }

    private static bool IsNothing(JsonNode? value) => value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 };

    private static bool IsEmptyText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0;

    private static void Sort(JsonArray list, ContentRule rule)
    {
        if (list.Count < 2)
        {
            return;
        }

        var sorted = list.OrderBy(item => ContentKey.TextOf(item, rule), StringComparer.Ordinal).ToList();
        list.Clear();
        sorted.ForEach(list.Add);
    }

    // Zero is another way to say "none" (it is how a dynamic port is asked for); awsvpc and host then take the container's port.
    private static void FillHostPorts(JsonObject root)
    {
        var isContainersOwn = root["networkMode"] is JsonValue mode && mode.GetValueKind() == JsonValueKind.String && mode.GetValue<string>() is "awsvpc" or "host";
        var mappings = (root["containerDefinitions"] as JsonArray ?? []).OfType<JsonObject>()
            .SelectMany(container => (container["portMappings"] as JsonArray ?? []).OfType<JsonObject>());
        foreach (var mapping in mappings.Where(mapping => mapping["hostPort"] is null || mapping["hostPort"]!.ToJsonString() is "0"))
        {
            mapping.Remove("hostPort");
            if (mapping["containerPort"] is { } port)
            {
                mapping["hostPort"] = isContainersOwn ? port.DeepClone() : JsonNode.Parse("0");
            }
        }
    }

    // "1 vCPU" and "1024", "2 GB" and "2048": a unit counts 1024.
    private static string Units(string text, string unit)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
            && decimal.TryParse(trimmed[..^unit.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && number < int.MaxValue
            ? Math.Round(number * 1024).ToString("0", CultureInfo.InvariantCulture)
            : text;
    }
}
