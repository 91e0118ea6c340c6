using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Starts builds, from StartBuild and from pipelines.</summary>
internal static class BuildStart
{
    private static readonly (string Override, string Member)[] Settings =
    [
        ("serviceRoleOverride", "serviceRole"), ("timeoutInMinutesOverride", "timeoutInMinutes"), ("queuedTimeoutInMinutesOverride", "queuedTimeoutInMinutes"),
        ("artifactsOverride", "artifacts"), ("secondaryArtifactsOverride", "secondaryArtifacts"), ("secondarySourcesOverride", "secondarySources"),
        ("logsConfigOverride", "logsConfig"), ("cacheOverride", "cache"), ("encryptionKeyOverride", "encryptionKey"),
    ];

    private static readonly (string Override, string Member)[] SourceSettings =
        [("sourceTypeOverride", "type"), ("sourceLocationOverride", "location"), ("buildspecOverride", "buildspec"), ("sourceAuthOverride", "auth")];

    private static readonly (string Override, string Member)[] EnvironmentSettings =
        [("imageOverride", "image"), ("computeTypeOverride", "computeType"), ("environmentTypeOverride", "type"), ("privilegedModeOverride", "privilegedMode")];

    public static JsonObject Start(CodeBuildState state, JsonObject input)
    {
        var project = state.Project(input.Text("projectName")!);
        if (input.Text("idempotencyToken") is { } token && state.ByToken.TryGetValue(token, out var before))
        {
            return Answer(state, before);
        }

        var settings = Effective(project, input);
        if (settings.Object("source")!.Text("type") is "CODEPIPELINE")
        {
            throw new AwsErrorException("InvalidInputException", $"The source of project {project.Name} is CODEPIPELINE: a pipeline starts its builds. Override the source's type to start one without.");
        }

        var build = Begin(state, project, settings, input, new BuildInput { SourceVersion = input.Text("sourceVersion") ?? settings.Text("sourceVersion") });
        if (input.Text("idempotencyToken") is { } used)
        {
            state.ByToken[used] = build;
        }

        return Answer(state, build);
    }

    /// <summary>The project's settings with the overrides of a start.</summary>
    public static JsonObject Effective(Project project, JsonObject input)
    {
        var settings = project.Settings.Copy();
        var (source, environment) = (settings.Object("source")!, settings.Object("environment")!);
        Apply(Settings, input, settings);
        Apply(SourceSettings, input, source);
        Apply(EnvironmentSettings, input, environment);
        environment["environmentVariables"] = BuildEnvironment.Merge(environment.Objects("environmentVariables"), input.Objects("environmentVariablesOverride"));
        return settings;
    }

    public static Build Begin(CodeBuildState state, Project project, JsonObject settings, JsonObject request, BuildInput from)
    {
        var id = state.World.Ids.Uuid();
        var logs = settings.Object("logsConfig")?.Object("cloudWatchLogs");
        var build = new Build(project, id, ++project.BuildCount, settings, state.World.Now)
        {
            Arn = state.Region.Arn("codebuild", $"build/{project.Name}:{id}"),
            Request = request.Copy(),
            Initiator = from.Initiator,
            SourceVersion = from.SourceVersion,
            ResolvedSourceVersion = from.ResolvedSourceVersion,
            Source = from.Source,
            SecondarySources = from.SecondarySources,
            LogGroup = logs?.Text("status") is "DISABLED" ? null : logs?.Text("groupName") ?? $"/aws/codebuild/{project.Name}",
        };
        state.Builds.Add(build.Id, build);
        build.Run = new BuildRun(state, build);
        build.Run.Begin();
        return build;
    }

    public static JsonObject Answer(CodeBuildState state, Build build) => new() { ["build"] = build.ToJson(state.Region.Name) };

    private static void Apply((string Override, string Member)[] names, JsonObject input, JsonObject target)
    {
        foreach (var (from, to) in names)
        {
            target.SetUnlessNull(to, input[from]?.DeepClone());
        }
    }
}
