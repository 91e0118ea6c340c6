using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>
/// Looks at a deployment: itself, its target with both task sets, the production listener, and the rollback when there is one. Deployments that are looked at together are
/// read together; of the others CodeDeploy has no call for several, and when many are watched, up to a minute may pass between two readings of them. The last one is always new.
/// </summary>
internal sealed class CodeDeployObserver(IAmazonCodeDeploy codeDeploy, IAmazonElasticLoadBalancingV2 balancing, ReadBudgets budgets, TimeProvider clock)
{
    private const int MostDeployments = 25;

    private readonly BatchingReader<string, DeploymentInfo> _deployments = new(MostDeployments, budgets.CodeDeploy, ids => ReadAsync(codeDeploy, ids), clock);
    private readonly BatchingReader<ResumeToken, ECSTarget> _targets = new(1, budgets.CodeDeploy, tokens => ReadTargetAsync(codeDeploy, tokens[0]), clock);
    private readonly BatchingReader<string, IReadOnlyList<Rule>> _rules = new(1, budgets.LoadBalancing, listeners => ReadRulesAsync(balancing, listeners[0]), clock);

    public async Task<CodeDeploySnapshot> LookAsync(ResumeToken token, CancellationToken cancellationToken)
    {
        var info = await ReadAsync(token.DeploymentId, token, cancellationToken).ConfigureAwait(false);
        var rollBack = info.RollbackInfo?.RollbackDeploymentId is { Length: > 0 } id ? await ReadAsync(id, token, cancellationToken).ConfigureAwait(false) : null;
        var moves = !DeploymentStatusText.IsFinal((rollBack ?? info).Status.Value);
        var target = _targets.ReadAsync(token, mayBeOld: moves, cancellationToken);
        var rules = info.LoadBalancerInfo.ProductionListener is { } listener ? await _rules.ReadAsync(listener, mayBeOld: moves, cancellationToken).ConfigureAwait(false) : null;
        return new(info, await target.ConfigureAwait(false), rollBack, rules ?? []);
    }

    /// <returns>The deployment, or <see langword="null"/> when CodeDeploy does not know it.</returns>
    public async Task<DeploymentInfo?> FindAsync(string deploymentId, CancellationToken cancellationToken)
    {
        try
        {
            var response = await AwsCalls.CallAsync("codedeploy:GetDeployment", codeDeploy.GetDeploymentAsync(new() { DeploymentId = deploymentId }, cancellationToken)).ConfigureAwait(false);
            return response.DeploymentInfo;
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentDoesNotExistException or InvalidDeploymentIdException)
        {
            return null;
        }
    }

    // A call for several leaves out what is not known.
    private async Task<DeploymentInfo> ReadAsync(string deploymentId, ResumeToken token, CancellationToken cancellationToken) =>
        await _deployments.ReadAsync(deploymentId, mayBeOld: false, cancellationToken).ConfigureAwait(false)
            ?? throw new AwsCallException("codedeploy:BatchGetDeployments", "MISSING", requestId: null, new NoDeploymentInProgressException(token.ToString()));

    private static async Task<IReadOnlyDictionary<string, DeploymentInfo>> ReadAsync(IAmazonCodeDeploy codeDeploy, IReadOnlyList<string> ids)
    {
        var response = await AwsCalls.CallAsync("codedeploy:BatchGetDeployments", codeDeploy.BatchGetDeploymentsAsync(new() { DeploymentIds = [.. ids] })).ConfigureAwait(false);
        return (response.DeploymentsInfo ?? []).ToDictionary(info => info.DeploymentId, StringComparer.Ordinal);
    }

    // An ECS deployment has one target, called cluster:service; asking for it right after the start is too early, and that is no error.
    private static async Task<IReadOnlyDictionary<ResumeToken, ECSTarget>> ReadTargetAsync(IAmazonCodeDeploy codeDeploy, ResumeToken token)
    {
        var found = new Dictionary<ResumeToken, ECSTarget>();
        try
        {
            var request = new BatchGetDeploymentTargetsRequest { DeploymentId = token.DeploymentId, TargetIds = [token.Service.Replace('/', ':')] };
            var response = await AwsCalls.CallAsync("codedeploy:BatchGetDeploymentTargets", codeDeploy.BatchGetDeploymentTargetsAsync(request)).ConfigureAwait(false);
            if (response.DeploymentTargets?.FirstOrDefault()?.EcsTarget is { } target)
            {
                found.Add(token, target);
            }
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentNotStartedException)
        {
            // It has none yet.
        }

        return found;
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<Rule>>> ReadRulesAsync(IAmazonElasticLoadBalancingV2 balancing, string listenerArn) =>
        new Dictionary<string, IReadOnlyList<Rule>>(StringComparer.Ordinal) { [listenerArn] = await ListenerRules.ReadAsync(balancing, listenerArn, CancellationToken.None).ConfigureAwait(false) };
}
