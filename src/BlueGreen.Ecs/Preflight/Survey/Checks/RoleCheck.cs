namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG601 to BG604: the roles are there, may be taken on, and may do what they have to.</summary>
internal sealed class RoleCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around) => around.Roles.SelectMany(role => Check(role, around.Plan));

    private static IEnumerable<Finding> Check(RoleFacts role, DeploymentPlan plan)
    {
        if (role.Role.IsMissing)
        {
            yield return new("BG601", FindingSeverity.Error, role.Arn, $"The {role.Use} does not exist.", $"Create the role, or name another one {(role.Service == RoleReader.Tasks ? "in the task definition" : "in the deployment group or the service")}.");
            yield break;
        }

        if (role.Role.Value is { } found && TrustPolicy.Read(found.AssumeRolePolicyDocument) is { } trust && !trust.Admits(role.Service))
        {
            yield return new("BG602", FindingSeverity.Error, role.Arn, $"The {role.Use} may not be taken on by {role.Service}: its trust policy names {(trust.Services.Count == 0 ? "no service" : string.Join(", ", trust.Services))}.", $"Allow sts:AssumeRole to the service {role.Service} in its trust policy.");
        }

        if (role.Refused?.Value is { Count: > 0 } refused)
        {
            var isExecution = role.Arn == plan.TaskDefinition.ExecutionRoleArn;
            yield return new(
                isExecution ? "BG603" : "BG604", FindingSeverity.Warning, role.Arn,
                $"The policies of the {role.Use} do not allow {string.Join(", ", refused.Select(one => one.Action).Distinct(StringComparer.Ordinal))}; {(isExecution ? "tasks would stop before they start" : "the deployment would fail on the way")}, unless a policy of the resource allows it.",
                isExecution ? "Attach AmazonECSTaskExecutionRolePolicy, and allow reading the task definition's own secrets, parameters and files of variables." : "Attach AWSCodeDeployRoleForECS to CodeDeploy's role, AmazonECSInfrastructureRolePolicyForLoadBalancers to ECS's, or allow the actions.")
            { Evidence = [.. refused.Select(one => $"{one.Action} on {one.Resource}")] };
        }
    }
}
