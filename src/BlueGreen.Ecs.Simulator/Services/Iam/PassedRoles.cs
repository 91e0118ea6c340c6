using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The roles that a call hands to a service, for which its caller needs <c>iam:PassRole</c>.</summary>
internal static class PassedRoles
{
    private const string ToTasks = "ecs-tasks.amazonaws.com";
    private const string ToEcs = "ecs.amazonaws.com";

    /// <returns>Each role's ARN, and the service that it goes to.</returns>
    public static IEnumerable<(string Role, string Service)> Of(Region region, AwsCall call) =>
        Named(region, call).Where(one => !string.IsNullOrEmpty(one.Role)).Select(one => (Arn(region, one.Role!), one.Service)).Distinct();

    private static IEnumerable<(string? Role, string Service)> Named(Region region, AwsCall call)
    {
        var input = call.Input;
        return $"{call.Service}.{call.Operation}" switch
        {
            "ecs.RegisterTaskDefinition" => OfTasks(input),
            "ecs.RunTask" => OfTasks(input.Object("overrides")),
            "ecs.CreateTaskSet" => OfTasks(FindDefinition(region, input.Text("taskDefinition"))),
            "ecs.CreateService" or "ecs.UpdateService" => OfService(input),
            "codedeploy.CreateDeploymentGroup" or "codedeploy.UpdateDeploymentGroup" => [(input.Text("serviceRoleArn"), "codedeploy.amazonaws.com")],
            "codebuild.CreateProject" or "codebuild.UpdateProject" => [(input.Text("serviceRole"), "codebuild.amazonaws.com")],
            "codepipeline.CreatePipeline" or "codepipeline.UpdatePipeline" => [(input.Object("pipeline")?.Text("roleArn"), "codepipeline.amazonaws.com")],
            "lambda.CreateFunction" or "lambda.UpdateFunctionConfiguration" => [(input.Text("Role"), "lambda.amazonaws.com")],
            _ => [],
        };
    }

    private static IEnumerable<(string? Role, string Service)> OfTasks(JsonObject? roles) => [(roles?.Text("executionRoleArn"), ToTasks), (roles?.Text("taskRoleArn"), ToTasks)];

    private static IEnumerable<(string? Role, string Service)> OfService(JsonObject input) =>
    [
        (input.Text("role"), ToEcs),
        .. input.Objects("loadBalancers").Select(balancer => (balancer.Object("advancedConfiguration")?.Text("roleArn"), ToEcs)),
        .. input.Object("deploymentConfiguration")?.Objects("lifecycleHooks").Select(hook => (hook.Text("roleArn"), ToEcs)) ?? [],
        .. input.Objects("volumeConfigurations").Select(volume => (volume.Object("managedEBSVolume")?.Text("roleArn"), ToEcs)),
    ];

    private static JsonObject? FindDefinition(Region region, string? reference)
    {
        try
        {
            return reference is null ? null : EcsState.Of(region).TaskDefinitions.Find(reference)?.Document;
        }
        catch (AwsErrorException)
        {
            return null;
        }
    }

    private static string Arn(Region region, string role) => role.StartsWith("arn:", StringComparison.Ordinal) ? role : $"arn:aws:iam::{region.World.Account}:role/{role}";
}
