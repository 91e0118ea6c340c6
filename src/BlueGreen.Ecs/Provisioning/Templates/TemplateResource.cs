using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>A resource of a template.</summary>
/// <param name="Id">What the template calls it.</param>
/// <param name="Type">Its type, such as <c>AWS::ECS::Service</c>.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record TemplateResource(string Id, string Type, JsonObject Properties)
{
    /// <summary>The ids of what must be there before, where no property refers to it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public JsonObject ToJson() => TemplateValue.Object(
        ("Type", Type),
        ("DependsOn", DependsOn.Count == 0 ? null : TemplateValue.List(DependsOn.Select(id => (JsonNode)id))),
        ("Properties", Properties));
}
