using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CodeCommit;
using BlueGreen.Ecs.Simulator.Services.Ecr;
using BlueGreen.Ecs.Simulator.Services.S3;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>The pipelines of one region, which start by themselves when what they watch changes.</summary>
internal sealed class CodePipelineState
{
    public CodePipelineState(Region region)
    {
        Region = region;
        Flow = new PipelineFlow(this);
        var triggers = new SourceTriggers(this);
        CodeCommitState.Of(region).BranchMoved += triggers.OnBranchMoved;
        region.Get(one => new EcrState(one)).TagPushed += triggers.OnTagPushed;
        S3State.Of(region).OnStored((bucket, version) => triggers.OnObjectStored(bucket, version.Key));
    }

    public Region Region { get; }

    public World World => Region.World;

    public PipelineFlow Flow { get; }

    /// <summary>By name.</summary>
    public SortedDictionary<string, Pipeline> Pipelines { get; } = new(StringComparer.Ordinal);

    public static CodePipelineState Of(Region region) => region.Get(one => new CodePipelineState(one));

    /// <exception cref="AwsErrorException">There is no such pipeline.</exception>
    public Pipeline Pipeline(string name) => Pipelines.GetValueOrDefault(name)
        ?? throw PipelineErrors.Of("PipelineNotFound", $"Account '{World.Account}' does not have a pipeline with name '{name}'");

    /// <exception cref="AwsErrorException">There is no such pipeline.</exception>
    public Pipeline ByArn(string arn) => Pipelines.Values.FirstOrDefault(pipeline => string.Equals(pipeline.Arn, arn, StringComparison.Ordinal))
        ?? throw PipelineErrors.Of(arn.StartsWith("arn:", StringComparison.Ordinal) ? "ResourceNotFound" : "InvalidArn", $"The resource {arn} was not found");

    /// <summary>The bucket of the artifacts of a pipeline.</summary>
    public string BucketOf(JsonObject declaration) =>
        (declaration.Object("artifactStore") ?? declaration.Object("artifactStores")?.Object(Region.Name))?.Text("location") ?? $"codepipeline-{Region.Name}-{World.Account}";
}
