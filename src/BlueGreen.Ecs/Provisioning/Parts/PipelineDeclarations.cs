using System.Globalization;
using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>What an environment's pipeline is made of, with the names that the console's wizard gives. Pure.</summary>
internal static class PipelineDeclarations
{
    private const string Source = "SourceArtifact";
    private const string Templates = "TemplatesArtifact";
    private const string Built = "BuildArtifact";

    /// <summary>The pipeline.</summary>
    public static PipelineDeclaration Of(BlueGreenEnvironment environment, EnvironmentPipeline pipeline, KnownParts known) => new()
    {
        Name = pipeline.Name,
        RoleArn = DesiredTaskDefinition.RoleArn(pipeline.Role, known),
        ArtifactStore = new() { Type = ArtifactStoreType.S3, Location = BucketNames.Of(environment, pipeline.Bucket, BucketNames.Artifacts, known.Place) },
        PipelineType = PipelineType.V2,
        Stages =
        [
            Stage("Source", [Watch("Source", Source, environment, pipeline, pipeline.Source, known), .. pipeline.Templates is { } templates ? [Watch("Templates", Templates, environment, pipeline, templates, known)] : Array.Empty<ActionDeclaration>()]),
            .. pipeline.Build is { } build ? [Stage("Build", [Action("Build", ActionCategory.Build, "CodeBuild", [("ProjectName", build.Project)], [Source], Built)])] : Array.Empty<StageDeclaration>(),
            .. pipeline.Approval is { } approval ? [Stage("Approval", [Action("Approval", ActionCategory.Approval, "Manual", approval.Message is { Length: > 0 } message ? [("CustomData", message)] : [])])] : Array.Empty<StageDeclaration>(),
            Stage("Deploy", [environment.CodeDeploy is { } target ? ByCodeDeploy(pipeline, target) : ByEcs(environment, pipeline)]),
        ],
    };

    /// <summary>The stages as one text: two that are alike do the same.</summary>
    public static string TextOf(PipelineDeclaration pipeline) => string.Join('\n', pipeline.Stages.SelectMany(stage => stage.Actions.Select(action => string.Join(
        ' ',
        [
            stage.Name,
            action.Name,
            action.ActionTypeId.Category.Value,
            action.ActionTypeId.Owner.Value,
            action.ActionTypeId.Provider,
            action.ActionTypeId.Version,
            (action.RunOrder ?? 1).ToString(CultureInfo.InvariantCulture),
            action.Namespace,
            .. (action.InputArtifacts ?? []).Select(artifact => $"<{artifact.Name}"),
            .. (action.OutputArtifacts ?? []).Select(artifact => $">{artifact.Name}"),
            .. (action.Configuration ?? []).OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => $"{setting.Key}={setting.Value}"),
        ]))));

    // Of an ECR source a rule of EventBridge tells; it has no setting for it.
    private static ActionDeclaration Watch(string name, string artifact, BlueGreenEnvironment environment, EnvironmentPipeline pipeline, PipelineSource source, KnownParts known)
    {
        var detects = pipeline.DetectsChanges ? "true" : "false";
        return source switch
        {
            CodeCommitSource codeCommit => Action(name, ActionCategory.Source, "CodeCommit", [("RepositoryName", codeCommit.Repository.Name), ("BranchName", codeCommit.Branch), ("PollForSourceChanges", detects)], [], artifact),
            S3Source s3 => Action(name, ActionCategory.Source, "S3", [("S3Bucket", BucketNames.Of(environment, s3.Bucket, BucketNames.Source, known.Place)), ("S3ObjectKey", s3.Key), ("PollForSourceChanges", detects)], [], artifact),
            EcrSource ecr => Action(name, ActionCategory.Source, "ECR", [("RepositoryName", ecr.Repository), ("ImageTag", ecr.ImageTag)], [], artifact),
            ConnectionSource connection => Action(name, ActionCategory.Source, "CodeStarSourceConnection", [("ConnectionArn", connection.ConnectionArn), ("FullRepositoryId", connection.FullRepositoryId), ("BranchName", connection.BranchName), ("DetectChanges", detects)], [], artifact),
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };
    }

    private static ActionDeclaration ByCodeDeploy(EnvironmentPipeline pipeline, CodeDeployTarget target)
    {
        var image = pipeline.Build is null ? Source : Built;
        var templates = pipeline.Templates is not null ? Templates : pipeline.HasTemplatesInSource ? Source : image;
        return Action("Deploy", ActionCategory.Deploy, "CodeDeployToECS", [
            ("ApplicationName", target.Application),
            ("DeploymentGroupName", target.DeploymentGroup),
            ("TaskDefinitionTemplateArtifact", templates),
            ("TaskDefinitionTemplatePath", pipeline.TaskDefinitionPath),
            ("AppSpecTemplateArtifact", templates),
            ("AppSpecTemplatePath", pipeline.AppSpecPath),
            ("Image1ArtifactName", image),
            ("Image1ContainerName", pipeline.ImagePlaceholder)], image == templates ? [image] : [image, templates]);
    }

    private static ActionDeclaration ByEcs(BlueGreenEnvironment environment, EnvironmentPipeline pipeline) => Action(
        "Deploy",
        ActionCategory.Deploy,
        "ECS",
        [("ClusterName", environment.Cluster.Name), ("ServiceName", environment.Service.Name), ("FileName", pipeline.ImageDefinitionsPath)],
        [pipeline.Build is null ? Source : Built]);

    private static StageDeclaration Stage(string name, List<ActionDeclaration> actions) => new() { Name = name, Actions = actions };

    private static ActionDeclaration Action(string name, ActionCategory category, string provider, (string Key, string Value)[] configuration, string[]? inputs = null, string? output = null) => new()
    {
        Name = name,
        ActionTypeId = new() { Category = category, Owner = ActionOwner.AWS, Provider = provider, Version = "1" },
        RunOrder = 1,
        Namespace = category == ActionCategory.Approval ? null : $"{name}Variables",
        Configuration = configuration.Length == 0 ? null : configuration.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal),
        InputArtifacts = [.. (inputs ?? []).Select(input => new InputArtifact { Name = input })],
        OutputArtifacts = output is null ? [] : [new() { Name = output }],
    };
}
