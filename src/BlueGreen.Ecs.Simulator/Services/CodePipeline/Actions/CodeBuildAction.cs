using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodeBuild;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The build action CodeBuild: starts a build with the input artifacts as sources, and ends as it does.</summary>
internal static class CodeBuildAction
{
    public static void Start(ActionContext context)
    {
        var state = CodeBuildState.Of(context.Region);
        var name = context.Setting("ProjectName")!;
        if (state.FindProject(name) is not { } project)
        {
            context.Fail("ConfigurationError", $"Error calling startBuild: Project cannot be found: {context.Region.Arn("codebuild", $"project/{name}")}");
            return;
        }

        var request = new JsonObject { ["projectName"] = name, ["environmentVariablesOverride"] = Variables(context) };
        var settings = BuildStart.Effective(project, request);
        if (settings.Object("source")!.Text("type") is not "CODEPIPELINE")
        {
            context.Fail("ConfigurationError", $"Error calling startBuild: the source of project {name} is {settings.Object("source")!.Text("type")}; that of a project in a pipeline is CODEPIPELINE.");
            return;
        }

        var primary = context.Setting("PrimarySource") ?? context.InputNames[0];
        var build = BuildStart.Begin(state, project, settings, request, new BuildInput
        {
            Initiator = $"codepipeline/{context.Pipeline.Name}",
            SourceVersion = context.Run.Execution.Artifacts.TryGetValue(primary, out var artifact) ? $"arn:aws:s3:::{artifact.Bucket}/{artifact.Key}" : null,
            ResolvedSourceVersion = context.Run.Execution.Sources.FirstOrDefault(source => source.Outputs.Exists(output => output.Name == primary))?.Revision?.Id,
            Source = context.Input(primary) ?? FileSet.Empty,
            SecondarySources = context.InputNames.Where(input => input != primary).ToDictionary(input => input, input => context.Input(input) ?? FileSet.Empty, StringComparer.Ordinal),
        });
        context.Run.ExternalId = build.Id;
        context.Run.ExternalUrl = $"https://console.aws.amazon.com/codebuild/home?region={context.Region.Name}#/builds/{build.Id}/view/new";
        build.Ended = () => context.EndLater(() => End(context, build));
    }

    private static void End(ActionContext context, Build build)
    {
        foreach (var (name, value) in build.Exported)
        {
            context.Run.Variables[name] = value;
        }

        if (build.Status is Build.Succeeded)
        {
            foreach (var output in context.OutputNames)
            {
                var identifier = context.OutputNames.Count == 1 ? string.Empty : output;
                context.Output(output, build.Artifacts.GetValueOrDefault(identifier) ?? FileSet.Empty);
            }

            context.Succeed();
            return;
        }

        var phase = build.Phases.FindLast(one => one.Status == build.Status)?.Type ?? BuildPhases.Completed;
        context.Fail("JobFailed", build.Failure is { } failure
            ? $"Build terminated with state: {build.Status}. Phase: {build.FailedPhase ?? phase}, Code: {failure.Code}, Message: {failure.Message}"
            : $"Build terminated with state: {build.Status}");
    }

    private static JsonArray Variables(ActionContext context)
    {
        try
        {
            return context.Setting("EnvironmentVariables") is { } text
                ? JsonNode.Parse(text) as JsonArray ?? throw Malformed(context)
                : [];
        }
        catch (JsonException)
        {
            throw Malformed(context);
        }
    }

    private static AwsErrorException Malformed(ActionContext context) =>
        new("ConfigurationError", $"The configuration EnvironmentVariables of action {context.Run.Name} is no JSON list of name, value and type.");
}
