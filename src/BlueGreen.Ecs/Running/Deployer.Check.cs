using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight;

namespace BlueGreen.Ecs.Running;

/// <summary>Preflight alone.</summary>
internal sealed partial class Deployer
{
    // What a plan rests on, whatever the engine.
    private const string Groundwork = "ecs:DescribeServices, ecs:DescribeTaskDefinition, codedeploy:GetDeploymentGroup, codedeploy:ListDeployments and elasticloadbalancing:DescribeRules";

    public async Task<PreflightReport> CheckAsync(Deployment deployment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        try
        {
            var plan = await PlanAsync(deployment, cancellationToken).ConfigureAwait(false);
            return new() { Service = deployment.Service, Plan = plan, Findings = plan.Findings };
        }
        catch (AwsCallException refusal) when (NotChecked.IsDenied(refusal))
        {
            return new() { Service = deployment.Service, Findings = [.. await WithoutPlanAsync(deployment, refusal, cancellationToken).ConfigureAwait(false)] };
        }
    }

    // Much of what stands around a deployment is named in its documents.
    private async Task<IEnumerable<Finding>> WithoutPlanAsync(Deployment deployment, AwsCallException refusal, CancellationToken cancellationToken)
    {
        var noPlan = NotChecked.Of(deployment.Service.ToString(), "the service, its load balancer and its deployment group", refusal) with
        {
            Fix = $"Allow {refusal.Operation} to whoever deploys. A plan rests on {Groundwork}; without them nothing can be deployed.",
        };
        if (deployment.TaskDefinition is not { } definition)
        {
            return [.. deployment.Notes, noPlan];
        }

        var known = new DeploymentPlan
        {
            Deployment = deployment,
            Service = new() { Reference = deployment.Service, Arn = string.Empty, DeploymentController = string.Empty, TaskDefinitionArn = string.Empty },
            Engine = string.Empty,
            TaskDefinition = definition,
            AppSpec = deployment.AppSpec,
        };
        var documents = new DocumentSet
        {
            TaskDefinition = new(definition, deployment.TaskDefinitionMap ?? DocumentMap.None("task definition")),
            AppSpec = deployment.AppSpec is { } spec ? new(spec, deployment.AppSpecMap ?? DocumentMap.None("AppSpec")) : null,
        };
        var around = await surveyor.SurveyAsync(known, surveyor.CallerAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return Suppressions.Apply(known with { Findings = [.. deployment.Notes, .. DocumentChecks.Check(documents, rules), noPlan, .. around] }).Findings;
    }
}
