using System.Text.Json.Nodes;
using BlueGreen.Ecs.Provisioning.Parts;
using static BlueGreen.Ecs.Provisioning.Templates.TemplateValue;

namespace BlueGreen.Ecs.Provisioning.Templates;

/// <summary>The roles, with the same policies as provisioning gives them. Pure.</summary>
internal static class RoleResources
{
    public static IEnumerable<TemplateResource> Of(BlueGreenEnvironment environment, TemplatePlace place) =>
        EnvironmentRoles.Of(environment).Where(wish => !wish.Resource.IsExisting).Select(wish => Of(environment, wish, place));

    private static TemplateResource Of(BlueGreenEnvironment environment, RoleWish wish, TemplatePlace place) => new(IdOf(environment, wish.Resource), "AWS::IAM::Role", Object(
        ("RoleName", PartNames.Last(wish.Resource.Name)),
        ("Description", wish.DescriptionIn(environment)),
        ("AssumeRolePolicyDocument", JsonNode.Parse(PolicyText.Trust(wish.Service))),
        ("ManagedPolicyArns", !environment.HasLeastPrivilege && wish.ManagedPolicy is { } managed ? List(place.Text(place.Place.ManagedPolicyArn(managed))) : null),
        ("Policies", wish.InlinePolicy(place.Known) is { } document ? List(Object(("PolicyName", RolePart.PolicyName), ("PolicyDocument", place.Tree(JsonNode.Parse(document))))) : null),
        ("Tags", Tags(environment))));

    private static string IdOf(BlueGreenEnvironment environment, EnvironmentResource role) =>
        role == environment.ExecutionRole ? TemplateIds.ExecutionRole : role == environment.TaskRole ? TemplateIds.TaskRole
        : role == environment.Pipeline?.Role ? TemplateIds.PipelineRole : role == environment.Pipeline?.Build?.Role ? TemplateIds.BuildRole
        : TemplateIds.TrafficRole;
}
