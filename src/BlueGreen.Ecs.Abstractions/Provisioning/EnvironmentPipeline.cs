namespace BlueGreen.Ecs;

/// <summary>
/// An environment's continuous delivery: a CodePipeline pipeline that brings every change of its source to the service, with stages and artifacts named as the console names them.
/// Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html">PipelineDeclaration</see>.
/// </summary>
public sealed record EnvironmentPipeline
{
    /// <summary>The pipeline's name, at most 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it watches.</summary>
    public required PipelineSource Source { get; init; }

    /// <summary>A second source, with the templates of task definition and AppSpec. Default: none, they come with the build's output, or without a build with <see cref="Source"/>.</summary>
    public PipelineSource? Templates { get; init; }

    /// <summary>The build of the image. Default: none, the source names an image that is there.</summary>
    public EnvironmentBuild? Build { get; init; }

    /// <summary>The role that the pipeline takes on. Default of the builder: <c>AWSCodePipelineServiceRole-ENVIRONMENT</c>.</summary>
    public required EnvironmentResource Role { get; init; }

    /// <summary>The bucket of artifacts. Default: <c>ENVIRONMENT-artifacts-ACCOUNT-REGION</c>, which is made, cut to 63 characters.</summary>
    public EnvironmentResource? Bucket { get; init; }

    /// <summary>What a person is asked before each deployment. Default: nobody is.</summary>
    public PipelineApproval? Approval { get; init; }

    /// <summary>
    /// Whether the templates come with <see cref="Source"/> although there is a build. Default: no, with the build's output; of the builder: yes where the buildspec is known and does not hand them on.
    /// </summary>
    public bool HasTemplatesInSource { get; init; }

    /// <summary>Where the task definition's template is. Default: <c>taskdef.json</c>.</summary>
    public string TaskDefinitionPath { get; init; } = "taskdef.json";

    /// <summary>Where the AppSpec's template is. Default: <c>appspec.yaml</c>.</summary>
    public string AppSpecPath { get; init; } = "appspec.yaml";

    /// <summary>Where a service that ECS deploys itself finds its containers' images. Default: <c>imagedefinitions.json</c>.</summary>
    public string ImageDefinitionsPath { get; init; } = "imagedefinitions.json";

    /// <summary>The placeholder in the task definition's template that stands for the new image, without angle brackets. Default: <c>IMAGE1_NAME</c>.</summary>
    public string ImagePlaceholder { get; init; } = "IMAGE1_NAME";

    /// <summary>Whether a change of the source starts it. Default: yes.</summary>
    public bool DetectsChanges { get; init; } = true;
}
