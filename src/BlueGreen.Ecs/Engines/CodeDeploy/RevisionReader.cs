using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Reads what a deployment deployed.</summary>
internal sealed class RevisionReader(IAmazonCodeDeploy codeDeploy)
{
    // GetDeployment keeps only the digest of a revision; its text is asked for by that.

    /// <returns>The AppSpec, or <see langword="null"/> when it lies elsewhere, or cannot be read.</returns>
    public async Task<AppSpec?> ReadAsync(DeploymentInfo info, CancellationToken cancellationToken)
    {
        if (info.Revision?.RevisionType?.Value is not "AppSpecContent")
        {
            return null;
        }

        try
        {
            var request = new GetApplicationRevisionRequest { ApplicationName = info.ApplicationName, Revision = info.Revision };
            var response = await AwsCalls.CallAsync("codedeploy:GetApplicationRevision", codeDeploy.GetApplicationRevisionAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.Revision?.AppSpecContent?.Content is { Length: > 0 } content ? AppSpecDocument.Parse(content) : null;
        }
        catch (Exception exception) when (exception is DocumentException or AwsCallException { InnerException: RevisionDoesNotExistException })
        {
            return null; // What cannot be read cannot be deployed again.
        }
    }
}
