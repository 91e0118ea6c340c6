using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Documents;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>An environment as a CloudFormation template. Pure.</summary>
internal static class EnvironmentTemplate
{
    public static JsonObject Of(BlueGreenEnvironment environment)
    {
        var place = new TemplatePlace(string.Join('\n', environment.ToString(), TaskDefinitionDocument.ToJson(environment.TaskDefinition)));
        return Object(
            ("AWSTemplateFormatVersion", "2010-09-09"),
            ("Description", $"The blue/green environment {environment.Name}."),
            ("Parameters", TemplateParameters.Of(environment)),
            ("Resources", new JsonObject(Resources(environment, place).Select(resource => KeyValuePair.Create(resource.Id, (JsonNode?)resource.ToJson())))),
            ("Outputs", Outputs(environment, place)));
    }

    public static string Text(JsonObject template)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            template.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static IEnumerable<TemplateResource> Resources(BlueGreenEnvironment environment, TemplatePlace place) =>
    [
        .. NetworkResources.Of(environment),
        .. Basics(environment),
        .. RoleResources.Of(environment, place),
        .. TrafficResources.Of(environment),
        .. AlarmResources.Of(environment),
        TaskDefinitionResource.Of(environment, place),
        .. ServiceResources.Of(environment, place),
        .. CodeDeployResources.Of(environment, place),
        .. PipelineResources.Of(environment, place),
    ];

    private static IEnumerable<TemplateResource> Basics(BlueGreenEnvironment environment)
    {
        if (!environment.Cluster.IsExisting)
        {
            yield return new(TemplateIds.Cluster, "AWS::ECS::Cluster", Object(("ClusterName", environment.Cluster.Name), ("Tags", Tags(environment))));
        }

        if (environment.Repository is { IsExisting: false } repository)
        {
            yield return new(TemplateIds.Repository, "AWS::ECR::Repository", Object(("RepositoryName", repository.Name), ("EmptyOnDelete", true), ("Tags", Tags(environment))));
        }

        foreach (var (index, group) in environment.LogGroups.Index().Where(group => !group.Item.IsExisting))
        {
            yield return new(TemplateIds.LogGroup(index), "AWS::Logs::LogGroup", Object(("LogGroupName", group.Name), ("RetentionInDays", environment.LogRetentionDays), ("Tags", Tags(environment))));
        }
    }

    private static JsonObject Outputs(BlueGreenEnvironment environment, TemplatePlace place) => Object(
        ("HostName", environment.LoadBalancer.IsExisting ? null : Output("Where users reach the service.", Attribute(TemplateIds.LoadBalancer, "DNSName"))),
        ("ImageRepository", environment.Repository is not { } repository ? null
            : Output("Where its images are pushed.", repository.IsExisting ? place.Text(place.Place.RepositoryUri(repository.Name)) : Attribute(TemplateIds.Repository, "RepositoryUri"))),
        ("ServiceArn", Output("The service.", Ref(TemplateIds.Service))));

    private static JsonObject Output(string description, JsonNode value) => Object(("Description", description), ("Value", value));
}
