using Amazon.CodeDeploy;
using Aws = Amazon.CodeDeploy.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Tags of CodeDeploy, which are asked for beside a resource.</summary>
internal static class CodeDeployTags
{
    public static List<Aws.Tag> Of(BlueGreenEnvironment environment) => EnvironmentTags.To(environment, (key, value) => new Aws.Tag { Key = key, Value = value });

    /// <summary>A resource with its tags; nothing when it is gone meanwhile.</summary>
    public static async Task<FoundPart?> ReadAsync(IAmazonCodeDeploy codeDeploy, string arn, object value, CancellationToken cancellationToken)
    {
        var response = await PartCalls.FindAsync("codedeploy:ListTagsForResource", codeDeploy.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken), "ApplicationDoesNotExist", "DeploymentGroupDoesNotExist").ConfigureAwait(false);
        return response is null ? null : new(arn, EnvironmentTags.From(response.Tags, tag => tag.Key, tag => tag.Value), value);
    }
}
