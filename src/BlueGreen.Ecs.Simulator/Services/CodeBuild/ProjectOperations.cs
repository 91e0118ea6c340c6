using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The operations on projects.</summary>
internal static class ProjectOperations
{
    private const int PageSize = 100;

    public static JsonObject Create(CodeBuildState state, JsonObject input)
    {
        var name = input.Text("name")!;
        if (!char.IsAsciiLetterOrDigit(name[0]) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw Invalid($"Project name {name} is not valid: it begins with a letter or digit, and has letters, digits, - and _.");
        }

        if (state.Projects.ContainsKey(name))
        {
            throw new AwsErrorException("ResourceAlreadyExistsException", $"Project already exists: {state.Region.Arn("codebuild", $"project/{name}")}");
        }

        Check(input);
        var settings = input.Copy();
        settings["timeoutInMinutes"] = input.Int("timeoutInMinutes") ?? 60;
        settings["queuedTimeoutInMinutes"] = input.Int("queuedTimeoutInMinutes") ?? 480;
        var project = new Project(name, state.Region.Arn("codebuild", $"project/{name}"), settings, state.World.Now);
        state.Projects.Add(name, project);
        return Answer(project);
    }

    public static JsonObject Update(CodeBuildState state, JsonObject input)
    {
        var project = state.Project(input.Text("name")!);
        var settings = project.Settings.Copy();
        foreach (var (member, value) in input)
        {
            settings[member] = value?.DeepClone();
        }

        Check(settings);
        foreach (var (member, value) in settings)
        {
            project.Settings[member] = value?.DeepClone();
        }

        project.Modified = state.World.Now;
        return Answer(project);
    }

    public static JsonObject BatchGet(CodeBuildState state, JsonObject input)
    {
        var asked = input.Texts("names").Select(name => (Name: name, Project: state.FindProject(name))).ToList();
        return new JsonObject
        {
            ["projects"] = asked.Where(one => one.Project is not null).Select(one => one.Project!.ToJson()).ToJson(),
            ["projectsNotFound"] = asked.Where(one => one.Project is null).Select(one => one.Name).ToJson(),
        };
    }

    public static JsonObject List(CodeBuildState state, JsonObject input)
    {
        IEnumerable<Project> found = input.Text("sortBy") is "LAST_MODIFIED_TIME" ? state.Projects.Values.OrderBy(project => project.Modified) : state.Projects.Values;
        var names = found.Select(project => project.Name);
        return Pages.Write([], "projects", input.Text("sortOrder") is "DESCENDING" ? names.Reverse() : names, input, PageSize, "InvalidInputException");
    }

    /// <summary>Deletes a project; an unknown one is passed over.</summary>
    public static JsonObject Delete(CodeBuildState state, JsonObject input)
    {
        state.Projects.Remove(input.Text("name")!);
        return [];
    }

    private static void Check(JsonObject settings)
    {
        var (source, artifacts) = (settings.Object("source")!, settings.Object("artifacts")!);
        var (from, to) = (source.Text("type")!, artifacts.Text("type")!);
        if (from is "CODEPIPELINE" != to is "CODEPIPELINE")
        {
            throw Invalid($"Invalid project source or artifacts: both must be of type CODEPIPELINE, or none; they are {from} and {to}.");
        }

        if (from is "NO_SOURCE" && source.Text("buildspec") is null)
        {
            throw Invalid("Invalid project source: a buildspec is required when the source's type is NO_SOURCE.");
        }

        if (from is "CODECOMMIT" && source.Text("location") is null)
        {
            throw Invalid("Invalid project source: a location is required when the source's type is CODECOMMIT.");
        }
    }

    private static JsonObject Answer(Project project) => new() { ["project"] = project.ToJson() };

    private static AwsErrorException Invalid(string message) => new("InvalidInputException", message);
}
