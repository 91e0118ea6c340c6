using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Iam;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// The roles with which a task is started and works. A role that IAM has never had is taken to be there, with every permission; so is the lack of one, which stands
/// for the container instance's.
/// </summary>
internal static class ExecutionRole
{
    private const string Tasks = "ecs-tasks.amazonaws.com";

    /// <returns>Why ECS cannot assume one of the task's roles, or <see langword="null"/>: it is deleted, or does not trust ECS's tasks.</returns>
    public static string? FindError(Region region, EcsTask task)
    {
        var iam = IamState.Of(region.World);
        string?[] roles = [ArnOf(task), task.Overrides.Text("taskRoleArn") ?? task.TaskDefinition.Document.Text("taskRoleArn")];
        var refused = roles.OfType<string>()
            .FirstOrDefault(arn => iam.FindRole(arn) is { } role ? !TrustPolicy.Admits(role.TrustPolicy, Tasks) : iam.DeletedRoles.Contains(arn));
        return refused is null ? null
            : $"ECS was unable to assume the role '{refused}' that was provided for this task. Please verify that the role being passed has the proper trust "
                + "relationship and permissions and that your IAM user has permissions to pass this role.";
    }

    /// <summary>Whether the execution role may do something.</summary>
    /// <returns>What AWS answers when it may not, or <see langword="null"/>.</returns>
    public static string? FindDenial(Region region, EcsTask task, string action, string resource) =>
        ArnOf(task) is { } arn ? new RoleSession(region.World, arn, task.Id).FindDenialOfKnown(action, resource) : null;

    private static string? ArnOf(EcsTask task) => task.Overrides.Text("executionRoleArn") ?? task.TaskDefinition.Document.Text("executionRoleArn");
}
