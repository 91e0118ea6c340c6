using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The deploy action ECS: gives the service's running task definition other images, by container, and waits until the service is steady.</summary>
internal static class EcsDeploy
{
    private const int LargestFile = 100 * 1024;

    public static void Start(ActionContext context) => context.After(context.World.Options.Timings.PipelineStep, () => Deploy(context));

    private static void Deploy(ActionContext context)
    {
        var state = EcsState.Of(context.Region);
        var service = state.FindActiveService(context.Setting("ClusterName"), context.Setting("ServiceName"));
        var current = state.TaskDefinitions.Runnable(service.Settings.Text("taskDefinition"));
        var document = current.Document.Copy();
        foreach (var (name, image) in Images(context))
        {
            var container = document.Objects("containerDefinitions").FirstOrDefault(one => one.Text("name") == name)
                ?? throw new AwsErrorException("ConfigurationError", $"The container {name} of the image definition file is not in the task definition {current.Arn}.");
            container["image"] = image;
        }

        var arn = TaskDefinitionOperations.Register(state, ServiceInput.Check("ecs", "RegisterTaskDefinition", document)).Object("taskDefinition")!.Text("taskDefinitionArn")!;
        ServiceUpdate.Update(state, new JsonObject { ["cluster"] = context.Setting("ClusterName"), ["service"] = context.Setting("ServiceName"), ["taskDefinition"] = arn });
        context.Run.ExternalId = arn;
        var minutes = int.TryParse(context.Setting("DeploymentTimeout"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 60;
        Follow(context, service, arn, context.World.Now + TimeSpan.FromMinutes(minutes));
    }

    private static void Follow(ActionContext context, Service service, string arn, DateTimeOffset end)
    {
        var deployment = service.Deployments.FindLast(one => one.Target.TaskDefinition.Arn == arn);
        if (deployment?.Status == ServiceDeploymentStatus.Successful)
        {
            context.Succeed($"Deployment of {arn} succeeded");
        }
        else if (deployment is { IsOver: true })
        {
            context.Fail("JobFailed", $"The deployment of {arn} ended as {deployment.Status}. {deployment.StatusReason}".TrimEnd());
        }
        else if (context.World.Now >= end)
        {
            context.Fail("JobFailed", $"The service {service.Name} did not reach a steady state with {arn} in time.");
        }
        else
        {
            context.After(context.World.Options.Timings.PipelinePoll, () => Follow(context, service, arn, end));
        }
    }

    private static List<(string Name, string Image)> Images(ActionContext context)
    {
        var file = context.Setting("FileName", "imagedefinitions.json");
        var artifact = context.Run.Execution.Artifacts[context.InputNames[0]];
        var text = artifact.Files.Text(file) ?? throw new AwsErrorException("ConfigurationError",
            $"Did not find the image definition file {file} in the input artifacts ZIP file. Verify the file is stored in your pipeline's Amazon S3 artifact bucket: {artifact.Bucket} key: {artifact.Key}");
        try
        {
            return text.Length <= LargestFile && JsonNode.Parse(text) is JsonArray list
                ? [.. list.Select(entry => (entry!["name"]!.GetValue<string>(), entry["imageUri"]!.GetValue<string>()))]
                : throw new JsonException();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new AwsErrorException("ConfigurationError", $"The image definition file {file} contains invalid JSON format: a list of name and imageUri is expected.");
        }
    }
}
