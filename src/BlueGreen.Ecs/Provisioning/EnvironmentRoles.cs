using BlueGreen.Ecs.Provisioning.Parts;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>The roles of an environment, and what each is for. Pure.</summary>
internal static class EnvironmentRoles
{
    private const string Tasks = "ecs-tasks.amazonaws.com";

    public static IEnumerable<RoleWish> Of(BlueGreenEnvironment environment)
    {
        yield return new(environment.ExecutionRole, "execution role", Tasks, "service-role/AmazonECSTaskExecutionRolePolicy", known => RolePolicies.OfExecution(environment, known));
        if (environment.TaskRole is { } task)
        {
            yield return new(task, "task role", Tasks, ManagedPolicy: null, _ => environment.TaskPolicy);
        }

        string[] passed = [PartIds.Role(environment.ExecutionRole), .. environment.TaskRole is { } own ? [PartIds.Role(own)] : Array.Empty<string>()];
        if (environment is { Service.Controller: EnvironmentController.CodeDeploy, TrafficRole: { } codeDeploy })
        {
            yield return new(codeDeploy, "service role of CodeDeploy", "codedeploy.amazonaws.com", "AWSCodeDeployRoleForECS", known => RolePolicies.OfCodeDeploy(environment, known)) { Before = passed };
        }
        else if (environment.TrafficRole is { } infrastructure)
        {
            yield return new(infrastructure, "infrastructure role", "ecs.amazonaws.com", "AmazonECSInfrastructureRolePolicyForLoadBalancers", known => RolePolicies.OfInfrastructure(environment, known));
        }

        if (environment.Pipeline is { } pipeline)
        {
            yield return new(pipeline.Role, "role of the pipeline", "codepipeline.amazonaws.com", ManagedPolicy: null, known => PipelinePolicies.OfPipeline(environment, pipeline, known)) { Before = passed };
        }

        if (environment.Pipeline is { Build: { Role: { } builder } build } delivery)
        {
            yield return new(builder, "role of builds", "codebuild.amazonaws.com", ManagedPolicy: null, known => PipelinePolicies.OfBuild(environment, delivery, build, known));
        }
    }
}
