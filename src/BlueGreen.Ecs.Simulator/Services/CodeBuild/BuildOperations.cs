using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The operations on builds that exist.</summary>
internal static class BuildOperations
{
    private const int PageSize = 100;

    public static JsonObject BatchGet(CodeBuildState state, JsonObject input)
    {
        var asked = input.Texts("ids").Select(id => (Id: id, Build: state.FindBuild(id))).ToList();
        return new JsonObject
        {
            ["builds"] = asked.Where(one => one.Build is not null).Select(one => one.Build!.ToJson(state.Region.Name)).ToJson(),
            ["buildsNotFound"] = asked.Where(one => one.Build is null).Select(one => one.Id).ToJson(),
        };
    }

    public static JsonObject List(CodeBuildState state, JsonObject input) => Page(state.Builds.Values, input);

    public static JsonObject ListForProject(CodeBuildState state, JsonObject input)
    {
        var project = state.Project(input.Text("projectName")!);
        return Page(state.Builds.Values.Where(build => build.Project == project), input);
    }

    /// <summary>Stops a build; one that is over stays as it is.</summary>
    public static JsonObject Stop(CodeBuildState state, JsonObject input)
    {
        var build = state.Build(input.Text("id")!);
        build.Run.Stop();
        return BuildStart.Answer(state, build);
    }

    public static JsonObject Retry(CodeBuildState state, JsonObject input)
    {
        var build = state.Build(input.Text("id") ?? throw new AwsErrorException("InvalidInputException", "The id of a build is required."));
        if (!build.IsOver)
        {
            throw new AwsErrorException("InvalidInputException", $"The build {build.Id} is still in progress.");
        }

        if (build.Settings.Object("source")!.Text("type") is "CODEPIPELINE")
        {
            throw new AwsErrorException("InvalidInputException", $"The build {build.Id} was started by a pipeline: retry the pipeline's stage.");
        }

        return BuildStart.Answer(state, BuildStart.Begin(state, build.Project, build.Settings.Copy(), build.Request, new BuildInput { SourceVersion = build.SourceVersion }));
    }

    // Newest first, unless asked otherwise.
    private static JsonObject Page(IEnumerable<Build> builds, JsonObject input)
    {
        var ids = builds.Select(build => build.Id);
        return Pages.Write([], "ids", input.Text("sortOrder") is "ASCENDING" ? ids : ids.Reverse(), input, PageSize, "InvalidInputException");
    }
}
