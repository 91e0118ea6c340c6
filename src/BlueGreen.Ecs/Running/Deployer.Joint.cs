using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Running.Joint;

namespace BlueGreen.Ecs.Running;

/// <content>Several deployments together.</content>
internal sealed partial class Deployer
{
    public Task<JointDeploymentPlan> PlanTogetherAsync(JointDeployment deployment, CancellationToken cancellationToken = default) =>
        PlanTogetherAsync(JointDeploymentRules.Checked(deployment), new SharedGates(deployment), cancellationToken);

    public async Task<JointDeploymentResult> DeployTogetherAsync(JointDeployment deployment, IProgress<JointDeploymentEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        var gates = new SharedGates(JointDeploymentRules.Checked(deployment));
        var plan = await PlanTogetherAsync(deployment, gates, cancellationToken).ConfigureAwait(false);
        if (!plan.CanStart)
        {
            throw new PreflightException([.. plan.Members.Where(member => !member.CanStart)]);
        }

        using var run = new JointRun(this, plan, gates, new(progress, _logger), clock, options.Value.CancelBudget, _logger);
        gates.Serve(run);
        return await run.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans to bring back what ran before a deployment that has ended: all traffic at once, and nothing is registered.</summary>
    /// <param name="done">What was planned for that deployment.</param>
    /// <param name="deployedArn">The task definition that it deployed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The plan, or <see langword="null"/> when somebody else has deployed since.</returns>
    /// <exception cref="BlueGreenException">AWS refused.</exception>
    internal async Task<DeploymentPlan?> PlanBackAsync(DeploymentPlan done, string deployedArn, CancellationToken cancellationToken)
    {
        var before = done.Service;
        var live = await services.FindAsync(before.Reference, cancellationToken).ConfigureAwait(false);
        if (live.TaskDefinitionArn != deployedArn)
        {
            return null;
        }

        var back = new Deployment
        {
            Service = before.Reference,
            TaskDefinition = await registry.ReadAsync(before.TaskDefinitionArn, cancellationToken).ConfigureAwait(false),
            AppSpec = done.AppSpec is not null && before is { ContainerName: not null, ContainerPort: not null } ? AppSpecDocument.DeriveFrom(before) : null,
            CodeDeploy = done.CodeDeploy,
            SuspendScaling = done.Deployment.SuspendScaling,
        };
        var plan = WayBack.Unheld(await PlanAsync(EngineFor(live), back, live, cancellationToken).ConfigureAwait(false));

        // It has run, whatever a rule says of its documents.
        return plan with
        {
            EqualRevisionArn = before.TaskDefinitionArn,
            Findings = [.. plan.Findings.Where(finding => finding.Severity != FindingSeverity.Error || finding.Code is ['B', 'G', '2' or '3' or '4', ..])],
        };
    }

    private async Task<JointDeploymentPlan> PlanTogetherAsync(JointDeployment deployment, SharedGates gates, CancellationToken cancellationToken)
    {
        var plans = new List<DeploymentPlan>();
        foreach (var member in gates.Members())
        {
            plans.Add(await PlanAsync(member, cancellationToken).ConfigureAwait(false));
        }

        return new(deployment, [.. plans]);
    }
}
