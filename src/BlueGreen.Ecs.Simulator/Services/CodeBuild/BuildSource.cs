using System.Globalization;
using BlueGreen.Ecs.Simulator.Services.CodeCommit;
using BlueGreen.Ecs.Simulator.Services.S3;
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
            case "NO_SOURCE":
                break;
            case "CODEPIPELINE":
                if (build.SourceVersion is { } place)
                {
                    RequireObject(state, build, place);
                }

                break;
            case "CODECOMMIT":
                Clone(state, build, source.Text("location", ""));
                break;
            case "S3":
                Fetch(state, build, source.Text("location", ""));
                break;
            case var type:
                throw new BuildFailureException("CLIENT_ERROR", $"The simulator has no source of type {type}; it knows CODEPIPELINE, CODECOMMIT, S3 and NO_SOURCE.");
        }
    }

    private static void Clone(CodeBuildState state, Build build, string location)
    {
        var name = location.TrimEnd('/').Split('/')[^1];
        if (BuildRole.Of(state, build).FindDenialOfKnown("codecommit:GitPull", state.Region.Arn("codecommit", name)) is not null)
        {
            throw new BuildFailureException("CLIENT_ERROR", $"authorization failed for primary source and source version {build.SourceVersion}".TrimEnd());
        }

        var repository = CodeCommitState.Of(state.Region).Repositories.GetValueOrDefault(name);
        var commit = repository?.Find(build.SourceVersion)
            ?? throw new BuildFailureException("CLIENT_ERROR", repository is null ? $"repository not found: {location}" : $"reference not found for primary source: {build.SourceVersion}");
        build.Source = commit.Tree.ToFileSet();
        build.ResolvedSourceVersion = commit.Id;
    }

    // The location is the bucket and the key of a zip archive.
    private static void Fetch(CodeBuildState state, Build build, string location)
    {
        var place = $"arn:aws:s3:::{location}";
        RequireObject(state, build, place);
        try
        {
            var found = ObjectReading.Find(S3State.Of(state.Region), location.Split('/')[0], location[(location.IndexOf('/', StringComparison.Ordinal) + 1)..], build.SourceVersion);
            build.Source = Archives.Zip(found.Content);
        }
        catch (AwsErrorException error)
        {
            throw Refused(state, $"{error.Code}: {error.Message}", (int)error.Status, place);
        }
        catch (InvalidDataException error)
        {
            throw new BuildFailureException("CLIENT_ERROR", $"the source {place} is no zip archive: {error.Message}");
        }
    }

    private static void RequireObject(CodeBuildState state, Build build, string place)
    {
        if (BuildRole.Of(state, build).FindDenialOfKnown("s3:GetObject", place) is not null)
        {
            throw Refused(state, "AccessDenied: Access Denied", 403, place);
        }
    }

    private static BuildFailureException Refused(CodeBuildState state, string why, int status, string place) => new("CLIENT_ERROR", string.Create(CultureInfo.InvariantCulture,
        $"{why} status code: {status}, request id: {state.World.Ids.UpperAlphanumeric(16)}, host id: {state.World.Ids.UpperAlphanumeric(32)} for primary source and source version {place}"));

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
