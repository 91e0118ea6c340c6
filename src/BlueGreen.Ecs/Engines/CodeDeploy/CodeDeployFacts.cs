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

    /// <summary>The alarms that CodeDeploy will watch: the deployment's own, which take the place of the group's, or else the group's.</summary>
    public IReadOnlyList<string> AlarmNames => Deployment.RollBackTriggers is { Count: > 0 } own
        ? [.. own.Select(trigger => trigger.AlarmName).Distinct(StringComparer.Ordinal)]
        : Group.AlarmConfiguration is { Enabled: true, Alarms: { } alarms } ? [.. alarms.Select(alarm => alarm.Name)] : [];

    public bool HasTestListener => Group.LoadBalancerInfo.TestListener is not null;

    public bool WaitsForContinue => Group.BlueGreenDeploymentConfiguration?.DeploymentReadyOption?.ActionOnTimeout == Amazon.CodeDeploy.DeploymentReadyAction.STOP_DEPLOYMENT;

    public TimeSpan ReadyWait => WaitsForContinue ? Minutes(Group.BlueGreenDeploymentConfiguration?.DeploymentReadyOption?.WaitTimeInMinutes) : TimeSpan.Zero;

    public TimeSpan TerminationWait => Minutes(Group.BlueGreenDeploymentConfiguration?.TerminateBlueInstancesOnDeploymentSuccess?.TerminationWaitTimeInMinutes);

    private static TimeSpan Minutes(int? minutes) => TimeSpan.FromMinutes(minutes ?? 0);
}
