using BlueGreen.Ecs.Simulator.Services.CodeCommit;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Fetches a build's source, and finds its buildspec.</summary>
internal static class BuildSource
{
    private const string DefaultBuildSpec = "buildspec.yml";

    /// <exception cref="BuildFailureException">It cannot be had.</exception>
    public static void Download(CodeBuildState state, Build build)
    {
        var source = build.Settings.Object("source")!;
        switch (source.Text("type"))
        {
            case "CODEPIPELINE" or "NO_SOURCE":
                break;
            case "CODECOMMIT":
                var name = source.Text("location", "").TrimEnd('/').Split('/')[^1];
                var repository = CodeCommitState.Of(state.Region).Repositories.GetValueOrDefault(name);
                var commit = repository?.Find(build.SourceVersion)
                    ?? throw new BuildFailureException("CLIENT_ERROR", repository is null ? $"repository not found: {source.Text("location")}" : $"reference not found for primary source: {build.SourceVersion}");
                build.Source = commit.Tree.ToFileSet();
                build.ResolvedSourceVersion = commit.Id;
                break;
            case var type:
                throw new BuildFailureException("CLIENT_ERROR", $"The simulator has no source of type {type}; it knows CODEPIPELINE, CODECOMMIT and NO_SOURCE.");
        }
    }

    /// <summary>The buildspec: inline, or the file that the project names.</summary>
    /// <exception cref="BuildFailureException">It is not there, or not right.</exception>
    public static BuildSpec Specification(Build build)
    {
        var given = build.Settings.Object("source")!.Text("buildspec");
        if (given is not null && given.Contains('\n', StringComparison.Ordinal))
        {
            return BuildSpecReader.Read(given);
        }

        var path = string.IsNullOrEmpty(given) ? DefaultBuildSpec : given;
        return BuildSpecReader.Read(build.Source.Text(path)
            ?? throw new BuildFailureException("YAML_FILE_ERROR", $"stat {BuildEnvironment.SourceFolder}/{path}: no such file or directory"));
    }
}
