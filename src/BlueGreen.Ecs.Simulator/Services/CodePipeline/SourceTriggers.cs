using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodeCommit;
using BlueGreen.Ecs.Simulator.Services.S3;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>
/// Starts the pipelines that watch a branch, a tag or an object. Where a pipeline does not poll, the event rule that AWS's console makes beside it is taken to be there.
/// </summary>
internal sealed class SourceTriggers(CodePipelineState state)
{
    public void OnBranchMoved(GitRepository repository, string branch) => Start(
        "CodeCommit",
        settings => settings.Text("RepositoryName") == repository.Name && settings.Text("BranchName") == branch,
        settings => Trigger(settings, repository.Name));

    public void OnTagPushed(string repository, string tag) => Start(
        "ECR",
        settings => settings.Text("RepositoryName") == repository && settings.Text("ImageTag", "latest") == tag,
        _ => ("CloudWatchEvent", EventRule));

    /// <summary>A source bucket must be in the pipeline's region.</summary>
    public void OnObjectStored(Bucket bucket, string key)
    {
        if (bucket.Region == state.Region.Name)
        {
            Start("S3", settings => settings.Text("S3Bucket") == bucket.Name && settings.Text("S3ObjectKey") == key, settings => Trigger(settings, $"{bucket.Name}/{key}"));
        }
    }

    private (string Type, string Detail) Trigger(JsonObject settings, string what) =>
        settings.Text("PollForSourceChanges") is "false" ? ("CloudWatchEvent", EventRule) : ("PollForSourceChanges", what);

    private string EventRule => state.Region.Arn("events", "rule/codepipeline-source");

    private void Start(string provider, Func<JsonObject, bool> watches, Func<JsonObject, (string Type, string Detail)> trigger)
    {
        foreach (var pipeline in state.Pipelines.Values)
        {
            var settings = pipeline.Declaration.Objects("stages")[0].Objects("actions")
                .Where(action => action.Object("actionTypeId")!.Text("provider") == provider)
                .Select(action => action.Object("configuration")!)
                .FirstOrDefault(watches);
            if (settings is not null)
            {
                var (type, detail) = trigger(settings);
                state.World.Clock.Schedule(state.World.Options.Timings.SourceChange, $"{provider} starts {pipeline.Name}", () => Start(pipeline, type, detail));
            }
        }
    }

    private void Start(Pipeline pipeline, string type, string detail)
    {
        if (state.Pipelines.GetValueOrDefault(pipeline.Name) == pipeline)
        {
            state.Flow.Start(pipeline, new ExecutionStart(type, detail));
        }
    }
}
