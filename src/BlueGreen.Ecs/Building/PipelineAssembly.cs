namespace BlueGreen.Ecs;

/// <summary>Turns the draft of a pipeline into one, collecting every problem on the way.</summary>
/// <param name="environment">The environment's draft.</param>
/// <param name="draft">The pipeline's.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class PipelineAssembly(EnvironmentDraft environment, PipelineDraft draft, List<DeploymentProblem> problems)
{
    /// <summary>The pipeline, as far as it can be told.</summary>
    /// <param name="definition">The environment's task definition. Default: it cannot be read.</param>
    public EnvironmentPipeline Assemble(Document<TaskDefinition>? definition)
    {
        var files = RepositoryFiles.Read(draft.Files, (call, message) => Problem($"WithPipeline(…).{call}", message));
        var source = draft.Source?.Invoke(environment.Name) ?? new CodeCommitSource(new(environment.Name));
        var pipeline = new EnvironmentPipeline
        {
            Name = draft.Name ?? environment.Name,
            Source = WithFiles(source, files),
            Templates = draft.Templates is { } templates && source is not CodeCommitSource { Repository.IsExisting: false } ? WithFiles(templates, files) : draft.Templates,
            Build = draft.Build is { } build ? Named(build) : null,
            Role = draft.Role ?? new($"AWSCodePipelineServiceRole-{environment.Name}"),
            Bucket = draft.Bucket,
            Approval = draft.Approval,
            TaskDefinitionPath = draft.TaskDefinitionPath ?? "taskdef.json",
            AppSpecPath = draft.AppSpecPath ?? "appspec.yaml",
            DetectsChanges = draft.DetectsChanges,
        };
        problems.AddRange(PipelineRules.Check(environment, pipeline));
        var isKept = Repositories(pipeline).Any();
        if (files.Count > 0 && !isKept)
        {
            Problem($"WithPipeline(…).{draft.Files[0].Call}", "Files are put into a CodeCommit repository that is made, and the pipeline has none. Call FromCodeCommit, or leave them out.");
        }

        return new PipelineFiles(isKept ? files : [], problems).Check(pipeline, environment.Controller, draft.ImagePlaceholder, definition);
    }

    private static IEnumerable<CodeCommitSource> Repositories(EnvironmentPipeline pipeline) =>
        new[] { pipeline.Source, pipeline.Templates }.OfType<CodeCommitSource>().Where(source => !source.Repository.IsExisting);

    private static PipelineSource WithFiles(PipelineSource source, EquatableArray<RepositoryFile> files) =>
        source is CodeCommitSource { Repository.IsExisting: false, Files.Count: 0 } repository ? repository with { Files = files } : source;

    private EnvironmentBuild Named(EnvironmentBuild build)
    {
        var project = build.Project.Length > 0 ? build.Project : environment.Name;
        return build with { Project = project, Role = build.Role ?? new($"codebuild-{project}-service-role") };
    }

    private void Problem(string call, string message) => problems.Add(new(call, message));
}
