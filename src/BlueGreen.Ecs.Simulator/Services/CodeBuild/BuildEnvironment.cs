using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A build's environment variables. The start's overrides win over the project's, those over the buildspec's.</summary>
internal static class BuildEnvironment
{
    public const string SourceFolder = "/codebuild/output/src/src";

    /// <summary>Where the other sources lie, each in a folder of its identifier.</summary>
    public const string OtherSources = "/codebuild/output/others";

    /// <exception cref="BuildFailureException">Parameter Store or Secrets Manager does not have a value.</exception>
    public static Dictionary<string, string> Of(CodeBuildState state, Build build, BuildSpec? spec)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in spec?.Variables ?? [])
        {
            variables[name] = value;
        }

        foreach (var (name, type, reference) in spec?.Secrets ?? [])
        {
            variables[name] = build.Secrets[name] = BuildSecrets.Read(state, build, type, reference);
        }

        foreach (var variable in build.Settings.Object("environment")?.Objects("environmentVariables") ?? [])
        {
            var (type, value) = (variable.Text("type", "PLAINTEXT"), variable.Text("value")!);
            var name = variable.Text("name")!;
            variables[name] = type is "PLAINTEXT" ? value : build.Secrets[name] = BuildSecrets.Read(state, build, type, value);
        }

        foreach (var (name, value) in Own(state, build))
        {
            variables[name] = value;
        }

        foreach (var identifier in build.SecondarySources.Keys)
        {
            variables[$"CODEBUILD_SRC_DIR_{identifier}"] = $"{OtherSources}/{identifier}";
        }

        return variables;
    }

    /// <summary>Lays the overrides of a start over the variables of a project.</summary>
    public static JsonArray Merge(IReadOnlyList<JsonObject> variables, IReadOnlyList<JsonObject> overrides)
    {
        var merged = new OrderedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var variable in variables.Concat(overrides))
        {
            merged[variable.Text("name")!] = variable.Copy();
        }

        return merged.Values.ToJson();
    }

    private static (string Name, string Value)[] Own(CodeBuildState state, Build build) =>
    [
        ("AWS_DEFAULT_REGION", state.Region.Name),
        ("AWS_REGION", state.Region.Name),
        ("CODEBUILD_BUILD_ARN", build.Arn),
        ("CODEBUILD_BUILD_ID", build.Id),
        ("CODEBUILD_BUILD_IMAGE", build.Settings.Object("environment")?.Text("image") ?? string.Empty),
        ("CODEBUILD_BUILD_NUMBER", build.Number.ToString(CultureInfo.InvariantCulture)),
        ("CODEBUILD_BUILD_SUCCEEDING", "1"),
        ("CODEBUILD_INITIATOR", build.Initiator),
        ("CODEBUILD_LOG_PATH", build.Stream),
        ("CODEBUILD_RESOLVED_SOURCE_VERSION", build.ResolvedSourceVersion ?? string.Empty),
        ("CODEBUILD_SOURCE_VERSION", build.SourceVersion ?? string.Empty),
        ("CODEBUILD_SRC_DIR", SourceFolder),
        ("CODEBUILD_START_TIME", build.Start.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ("HOME", "/root"),
    ];
}
