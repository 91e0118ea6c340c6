using Amazon.CodeBuild.Model;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Documents.Rules;

namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>Turns CodeBuild's answer into evidence. Pure; values of variables are looked at, and never kept.</summary>
internal static class BuildFacts
{
    public static BuildEvidence Of(Build build, IReadOnlyList<string> log)
    {
        var (spec, problem) = BuildSpecOf(build);
        return new()
        {
            Id = build.Id,
            Project = build.ProjectName ?? build.Id,
            Status = build.BuildStatus?.Value ?? string.Empty,
            Phases = (build.Phases ?? []).SelectMany(Phases).ToEquatableArray(),
            Log = log.ToEquatableArray(),
            Role = build.ServiceRole ?? "the project's service role",
            SourceType = build.Source?.Type?.Value ?? string.Empty,
            IsPrivileged = build.Environment?.PrivilegedMode is true,
            TimeoutMinutes = build.TimeoutInMinutes ?? 0,
            OddVariables = (build.Environment?.EnvironmentVariables ?? []).Select(variable => (variable.Name, variable.Value))
                .Concat(spec?.Environment is { } environment ? BuildVariables.Of(environment).Select(one => (one.Variable.Name, one.Variable.Value)) : [])
                .SelectMany(variable => Odd(variable.Name ?? string.Empty, variable.Value ?? string.Empty)).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            BuildSpecProblem = problem,
        };
    }

    private static IEnumerable<BuildPhaseSeen> Phases(BuildPhase phase)
    {
        var (type, status) = (phase.PhaseType?.Value ?? string.Empty, phase.PhaseStatus?.Value ?? string.Empty);
        var contexts = (phase.Contexts ?? []).Where(context => !string.IsNullOrEmpty(context.Message) || !string.IsNullOrEmpty(context.StatusCode)).ToList();
        return contexts.Count == 0
            ? [new(type, status)]
            : contexts.Select(context => new BuildPhaseSeen(type, status, context.StatusCode ?? string.Empty, OutsideText.Clean(context.Message)));
    }

    private static IEnumerable<string> Odd(string name, string value)
    {
        if (StrayCharacters.InName(name) is { } inName)
        {
            yield return $"The name of the variable '{OutsideText.Clean(name)}' has {inName}";
        }

        if (value.Length == 0)
        {
            yield return $"{OutsideText.Clean(name)} is empty";
        }
        else if (StrayCharacters.InValue(value) is { } inValue)
        {
            yield return $"{OutsideText.Clean(name)} has {inValue}";
        }
    }

    // A text of several lines is the buildspec itself; one line names a file, which is in the source.
    private static (BuildSpec? Spec, string? Problem) BuildSpecOf(Build build)
    {
        if (build.Source?.Buildspec is not { } text || !text.Contains('\n', StringComparison.Ordinal))
        {
            return (null, null);
        }

        try
        {
            return (BuildSpecDocument.Parse(text), null);
        }
        catch (DocumentException exception)
        {
            return (null, OutsideText.Clean(exception.Message));
        }
    }
}
