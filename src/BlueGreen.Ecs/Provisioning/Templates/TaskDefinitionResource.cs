using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Provisioning.Parts;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>
/// The task definition as CloudFormation writes it: the members of the API with a capital first letter, a few under other names. Pure.
/// Mirrors <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html">AWS::ECS::TaskDefinition</see>.
/// </summary>
internal static class TaskDefinitionResource
{
    // Members whose own members are names that somebody gave, and not AWS's.
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal) { "options", "dockerLabels", "labels", "driverOpts" };

    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["efsVolumeConfiguration"] = "EFSVolumeConfiguration",
        ["fileSystemId"] = "FilesystemId",
        ["iam"] = "IAM",
        ["fsxWindowsFileServerVolumeConfiguration"] = "FSxWindowsFileServerVolumeConfiguration",
    };

    public static TemplateResource Of(BlueGreenEnvironment environment, TemplatePlace place)
    {
        var definition = DesiredTaskDefinition.Of(environment, place.Known);
        var properties = Convert(JsonNode.Parse(TaskDefinitionDocument.ToJson(InUnits(definition)))!, place).AsObject();
        properties["ExecutionRoleArn"] = TemplateIds.RoleArn(environment.ExecutionRole, TemplateIds.ExecutionRole, place);
        if (environment.TaskRole is { } role)
        {
            properties["TaskRoleArn"] = TemplateIds.RoleArn(role, TemplateIds.TaskRole, place);
        }

        return new(TemplateIds.TaskDefinition, "AWS::ECS::TaskDefinition", properties)
        {
            DependsOn = [.. environment.LogGroups.Index().Where(group => !group.Item.IsExisting).Select(group => TemplateIds.LogGroup(group.Index))],
        };
    }

    // A quarter of a vCPU is written in other ways here than the API takes it.
    private static TaskDefinition InUnits(TaskDefinition definition) => definition with
    {
        Cpu = definition.CpuUnits?.ToString(CultureInfo.InvariantCulture) ?? definition.Cpu,
        Memory = definition.MemoryMiB?.ToString(CultureInfo.InvariantCulture) ?? definition.Memory,
    };

    private static JsonNode Convert(JsonNode node, TemplatePlace place) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(NameOf(member, members), Maps.Contains(member.Key) ? place.Tree(member.Value) : Convert(member.Value!, place)))),
        JsonArray items => List(items.OfType<JsonNode>().Select(item => Convert(item, place))),
        _ => place.Tree(node)!,
    };

    private static string NameOf(KeyValuePair<string, JsonNode?> member, JsonObject siblings) =>
        member.Key == "properties" && siblings.ContainsKey("containerName") ? "ProxyConfigurationProperties"
        : member.Key == "fileSystemId" && siblings.ContainsKey("authorizationConfig") && siblings["authorizationConfig"]!.AsObject().ContainsKey("credentialsParameter") ? "FileSystemId"
        : Others.GetValueOrDefault(member.Key) ?? char.ToUpperInvariant(member.Key[0]) + member.Key[1..];
}
