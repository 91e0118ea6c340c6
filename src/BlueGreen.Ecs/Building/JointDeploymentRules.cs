namespace BlueGreen.Ecs;

/// <summary>What must hold for deployments that go together.</summary>
internal static class JointDeploymentRules
{
    /// <returns>The deployment itself.</returns>
    /// <exception cref="DeploymentValidationException">It breaks a rule.</exception>
    public static JointDeployment Checked(JointDeployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        EquatableArray<DeploymentProblem> problems = [.. Problems(deployment)];
        return problems.Count == 0 ? deployment : throw new DeploymentValidationException(problems);
    }

    // One deployer works in one region, so that an ARN and cluster/service can mean the same service.
    private static IEnumerable<DeploymentProblem> Problems(JointDeployment deployment)
    {
        if (deployment.Members.Count == 0)
        {
            yield return new("Group()", "There is no deployment. Give at least one.");
        }

        foreach (var twice in deployment.Members.GroupBy(member => member.Service.ToString(), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new("Group(…)", $"The service {twice.Key} is deployed {twice.Count()} times. Deploy each service once.");
        }
    }
}
