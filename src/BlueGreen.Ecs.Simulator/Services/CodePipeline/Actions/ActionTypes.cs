using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The actions that the simulator performs. A new one is one more line.</summary>
internal static class ActionTypes
{
    private static readonly string[] Images =
        [.. Enumerable.Range(1, 4).SelectMany(number => (string[])[$"Image{number}ArtifactName", $"Image{number}ContainerName"])];

    private static readonly ActionType[] All =
    [
        new("Source", "CodeCommit", (0, 0), (1, 1), ["RepositoryName", "BranchName"], ["PollForSourceChanges", "OutputArtifactFormat"], CodeCommitSource.Start),
        new("Source", "ECR", (0, 0), (1, 1), ["RepositoryName"], ["ImageTag"], EcrSource.Start),
        new("Source", "S3", (0, 0), (1, 1), ["S3Bucket", "S3ObjectKey"], ["PollForSourceChanges", "AllowOverrideForS3ObjectKey"], S3Source.Start),
        new("Build", "CodeBuild", (1, 5), (0, 5), ["ProjectName"], ["PrimarySource", "BatchEnabled", "CombineArtifacts", "EnvironmentVariables"], CodeBuildAction.Start),
        new("Test", "CodeBuild", (1, 5), (0, 5), ["ProjectName"], ["PrimarySource", "BatchEnabled", "CombineArtifacts", "EnvironmentVariables"], CodeBuildAction.Start),
        new("Approval", "Manual", (0, 0), (0, 0), [], ["NotificationArn", "CustomData", "ExternalEntityLink"], ManualApproval.Start),
        new("Deploy", "CodeDeployToECS", (1, 5), (0, 0), ["ApplicationName", "DeploymentGroupName", "TaskDefinitionTemplateArtifact", "AppSpecTemplateArtifact"],
            ["TaskDefinitionTemplatePath", "AppSpecTemplatePath", .. Images], CodeDeployToEcs.Start),
        new("Deploy", "ECS", (1, 1), (0, 0), ["ClusterName", "ServiceName"], ["FileName", "DeploymentTimeout"], EcsDeploy.Start),
    ];

    /// <returns>The kind of action, or <see langword="null"/> where the simulator has none like that.</returns>
    public static ActionType? Find(JsonObject id) => id.Text("owner") is "AWS" && id.Text("version") is "1"
        ? Array.Find(All, type => type.Category == id.Text("category") && type.Provider == id.Text("provider"))
        : null;

    public static string Names { get; } = string.Join(", ", All.Select(type => $"{type.Category}/{type.Provider}"));
}
