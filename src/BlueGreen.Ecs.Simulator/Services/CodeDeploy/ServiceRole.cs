using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Iam;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The role with which CodeDeploy works. A role that IAM has never had is taken to have every permission.</summary>
internal static class ServiceRole
{
    private static readonly Dictionary<string, string[]> Context = new(StringComparer.Ordinal) { ["iam:PassedToService"] = ["ecs-tasks.amazonaws.com"] };

    public static bool Exists(World world, string arn) => IamState.Of(world).FindRole(arn) is not null;

    /// <returns>Whether CodeDeploy may assume the role, as far as IAM has it.</returns>
    public static bool TrustsCodeDeploy(World world, string arn) => IamState.Of(world).FindRole(arn) is not { } role || TrustPolicy.Admits(role.TrustPolicy, "codedeploy.amazonaws.com");

    /// <returns>What is wrong with the role's existence, or <see langword="null"/>.</returns>
    public static DeploymentError? FindMissing(CodeDeployState state, Deployment deployment) =>
        deployment.Group.RoleExisted && !Exists(state.World, deployment.Settings.ServiceRoleArn)
            ? new DeploymentError("IAM_ROLE_MISSING", $"IAM Role is missing for deployment group: {deployment.Group.Name}")
            : null;

    /// <summary>Whether the role may do something.</summary>
    /// <param name="state">The region's CodeDeploy.</param>
    /// <param name="deployment">The deployment whose role is meant.</param>
    /// <param name="action">Such as <c>lambda:InvokeFunction</c>.</param>
    /// <param name="resource">The ARN of what it is done to.</param>
    /// <param name="service">The service as the error names it: <c>AWSLambda</c>.</param>
    /// <returns>The deployment's error when it may not, or <see langword="null"/>.</returns>
    public static DeploymentError? FindDenied(CodeDeployState state, Deployment deployment, string action, string resource, string service)
    {
        var arn = deployment.Settings.ServiceRoleArn;
        var iam = IamState.Of(state.World);
        return iam.FindRole(arn) is { } role && !PolicyEvaluation.Of(iam, role).Decide(action, resource, Context).IsAllowed
            ? new DeploymentError("IAM_ROLE_PERMISSIONS",
                $"The IAM role {arn} does not give you permission to perform operations in the following AWS service: {service}.")
            : null;
    }
}
