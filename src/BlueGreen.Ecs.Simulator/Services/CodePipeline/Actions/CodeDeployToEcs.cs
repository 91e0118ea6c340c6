using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodeDeploy;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>
/// The deploy action CodeDeployToECS: fills the templates, registers the task definition, creates the deployment and follows it to its end. The task
/// definition is registered before anything else can fail, and stays.
/// </summary>
internal static class CodeDeployToEcs
{
    private const long LargestArtifact = 3 * 1024 * 1024;

    public static void Start(ActionContext context) => context.After(context.World.Options.Timings.PipelineStep, () => Deploy(context));

    private static void Deploy(ActionContext context)
    {
        var definition = Read(context, context.Setting("TaskDefinitionTemplateArtifact")!, context.Setting("TaskDefinitionTemplatePath", "taskdef.json"), "task definition");
        var appSpec = Read(context, context.Setting("AppSpecTemplateArtifact")!, context.Setting("AppSpecTemplatePath", "appspec.yaml"), "appspec");
        for (var number = 1; number <= 4; number++)
        {
            if (context.Setting(string.Create(CultureInfo.InvariantCulture, $"Image{number}ArtifactName")) is { } artifact)
            {
                var placeholder = context.Setting(string.Create(CultureInfo.InvariantCulture, $"Image{number}ContainerName"));
                definition = definition.Replace($"<{placeholder}>", ImageUri(context, artifact), StringComparison.Ordinal);
            }
        }

        var arn = Register(context, definition);
        var deployment = DeploymentCreation.Create(CodeDeployState.Of(context.Region), new JsonObject
        {
            ["applicationName"] = context.Setting("ApplicationName"),
            ["deploymentGroupName"] = context.Setting("DeploymentGroupName"),
            ["description"] = $"Deployment of pipeline {context.Pipeline.Name}",
            ["revision"] = new JsonObject
            {
                ["revisionType"] = "AppSpecContent",
                ["appSpecContent"] = new JsonObject { ["content"] = appSpec.Replace("<TASK_DEFINITION>", arn, StringComparison.Ordinal) },
            },
        }).Text("deploymentId")!;
        context.Run.ExternalId = deployment;
        context.Run.ExternalUrl = $"https://console.aws.amazon.com/codedeploy/home?region={context.Region.Name}#/deployments/{deployment}";
        Follow(context, deployment);
    }

    private static void Follow(ActionContext context, string id)
    {
        var deployment = CodeDeployState.Of(context.Region).FindDeployment(id);
        if (!deployment.IsOver)
        {
            context.After(context.World.Options.Timings.PipelinePoll, () => Follow(context, id));
        }
        else if (deployment.Status is DeploymentStatus.Succeeded)
        {
            context.Succeed($"Deployment {id} succeeded");
        }
        else
        {
            context.Fail("JobFailed", deployment.Error is { } error ? $"Deployment {id} failed: {error.Code}: {error.Message}" : $"Deployment {id} ended as {deployment.Status}");
        }
    }

    private static string Read(ActionContext context, string artifact, string path, string what) =>
        context.Input(artifact) is { Size: <= LargestArtifact } files && files.Text(path) is { } text
            ? text
            : throw Unreadable(what, artifact);

    private static string ImageUri(ActionContext context, string artifact)
    {
        var text = Read(context, artifact, "imageDetail.json", "image");
        try
        {
            return (JsonNode.Parse(text) as JsonObject)?["ImageURI"]?.GetValue<string>() ?? throw Unreadable("image", artifact);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Unreadable("image", artifact);
        }
    }

    private static string Register(ActionContext context, string definition)
    {
        try
        {
            var document = JsonNode.Parse(definition) as JsonObject ?? throw new JsonException();
            return TaskDefinitionOperations.Register(EcsState.Of(context.Region), ServiceInput.Check("ecs", "RegisterTaskDefinition", document))
                .Object("taskDefinition")!.Text("taskDefinitionArn")!;
        }
        catch (JsonException)
        {
            throw new AwsErrorException("ConfigurationError", "The task definition template is no JSON object.");
        }
    }

    private static AwsErrorException Unreadable(string what, string artifact) =>
        new("ConfigurationError", $"Exception while trying to read the {what} artifact file from: {artifact}");
}
