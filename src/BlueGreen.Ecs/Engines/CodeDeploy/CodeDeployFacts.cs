using Amazon.CodeDeploy.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>What was read before a deployment; checks look only at this.</summary>
internal sealed record CodeDeployFacts
{
    public required Deployment Deployment { get; init; }

    public required LiveService Service { get; init; }

    public required CodeDeployTarget Target { get; init; }

    public required DeploymentGroupInfo Group { get; init; }

    public required TaskDefinition TaskDefinition { get; init; }

    /// <summary>What ECS has of the family, and what runs. Default: nothing.</summary>
    public RegisteredRevisions Revisions { get; init; } = new(NewestArn: null, Newest: null, Running: null);

    public required AppSpec AppSpec { get; init; }

    /// <summary>The rules of the production listener, with the default rule.</summary>
    public required IReadOnlyList<Rule> ProductionRules { get; init; }

    /// <summary>The deployment of the group that is running. Default: none.</summary>
    public string? RunningDeploymentId { get; init; }

    public bool HasTestListener => Group.LoadBalancerInfo.TestListener is not null;

    public bool WaitsForContinue => Group.BlueGreenDeploymentConfiguration?.DeploymentReadyOption?.ActionOnTimeout == Amazon.CodeDeploy.DeploymentReadyAction.STOP_DEPLOYMENT;

    public TimeSpan ReadyWait => WaitsForContinue ? Minutes(Group.BlueGreenDeploymentConfiguration?.DeploymentReadyOption?.WaitTimeInMinutes) : TimeSpan.Zero;

    public TimeSpan TerminationWait => Minutes(Group.BlueGreenDeploymentConfiguration?.TerminateBlueInstancesOnDeploymentSuccess?.TerminationWaitTimeInMinutes);

    private static TimeSpan Minutes(int? minutes) => TimeSpan.FromMinutes(minutes ?? 0);
}
