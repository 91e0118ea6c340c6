using Amazon.CodeDeploy.Model;
using Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>What one look at a deployment saw, in AWS's terms.</summary>
/// <param name="Info">The deployment.</param>
/// <param name="Target">Its one target; none before it has begun.</param>
/// <param name="RollBack">The deployment that brings the traffic back. Default: none.</param>
/// <param name="Rules">The rules of the production listener.</param>
internal sealed record CodeDeploySnapshot(DeploymentInfo Info, ECSTarget? Target, DeploymentInfo? RollBack, IReadOnlyList<Rule> Rules);
