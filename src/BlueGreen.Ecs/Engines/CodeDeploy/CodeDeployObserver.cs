using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Looks at a deployment: itself, its target with both task sets, the production listener, and the rollback when there is one.</summary>
internal sealed class CodeDeployObserver(IAmazonCodeDeploy codeDeploy, FactsReader reader)
{
    public async Task<CodeDeploySnapshot> LookAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        var target = FindTargetAsync(token, cancellationToken);
        var info = await ReadAsync(token.DeploymentId, cancellationToken).ConfigureAwait(false);
        var rules = reader.ReadRulesAsync(info.LoadBalancerInfo.ProductionListener, cancellationToken);
        var rollBack = info.RollbackInfo?.RollbackDeploymentId is { Length: > 0 } id ? await ReadAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return new(info, await target.ConfigureAwait(false), rollBack, await rules.ConfigureAwait(false));
    }

    /// <returns>The deployment, or <see langword="null"/> when CodeDeploy does not know it.</returns>
    public async Task<DeploymentInfo?> FindAsync(string deploymentId, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(deploymentId, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentDoesNotExistException or InvalidDeploymentIdException)
        {
            return null;
        }
    }

    private async Task<DeploymentInfo> ReadAsync(string deploymentId, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("codedeploy:GetDeployment", codeDeploy.GetDeploymentAsync(new() { DeploymentId = deploymentId }, cancellationToken)).ConfigureAwait(false);
        return response.DeploymentInfo;
    }

    // An ECS deployment has one target, called cluster:service; asking for it right after the start is too early, and that is no error.
    private async Task<ECSTarget?> FindTargetAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        try
        {
            var request = new BatchGetDeploymentTargetsRequest { DeploymentId = token.DeploymentId, TargetIds = [token.Service.Replace('/', ':')] };
            var response = await AwsCalls.CallAsync("codedeploy:BatchGetDeploymentTargets", codeDeploy.BatchGetDeploymentTargetsAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.DeploymentTargets?.FirstOrDefault()?.EcsTarget;
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentNotStartedException)
        {
            return null;
        }
    }
}
