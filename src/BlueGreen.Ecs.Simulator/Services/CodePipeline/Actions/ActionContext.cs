using System.Globalization;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>What an action sees of its execution, and how it ends.</summary>
internal sealed partial class ActionContext(CodePipelineState state, Pipeline pipeline, ActionRun run)
{
    public CodePipelineState State => state;

    public Region Region => state.Region;

    public World World => state.World;

    public Pipeline Pipeline => pipeline;

    public ActionRun Run => run;

    public IReadOnlyList<string> InputNames => [.. run.Declaration.Objects("inputArtifacts").Select(input => input.Text("name")!)];

    public IReadOnlyList<string> OutputNames => [.. run.Declaration.Objects("outputArtifacts").Select(output => output.Text("name")!)];

    public void Begin() => Guard(() =>
    {
        foreach (var (key, value) in run.Declaration.Object("configuration") ?? [])
        {
            run.Settings[key] = Resolve(value!.GetValue<string>());
        }

        ActionTypes.Find(run.Declaration.Object("actionTypeId")!)!.Start(this);
    });

    public string? Setting(string key) => run.Settings.GetValueOrDefault(key);

    public string Setting(string key, string absent) => Setting(key) is { Length: > 0 } value ? value : absent;

    /// <returns>The files of an input artifact, or <see langword="null"/> where the action has none of that name.</returns>
    public FileSet? Input(string? name) => name is not null && InputNames.Contains(name, StringComparer.Ordinal) ? run.Execution.Artifacts.GetValueOrDefault(name)?.Files : null;

    public void Output(string name, FileSet files)
    {
        var key = $"{Shorten(pipeline.Name, 20)}/{Shorten(name, 10)}/{World.Ids.UpperAlphanumeric(7)}";
        var artifact = new Artifact(name, files, state.BucketOf(run.Execution.Declaration), key);
        run.Execution.Artifacts[name] = artifact;
        run.Outputs.Add(artifact);
    }

    /// <summary>Does something later, unless the action has ended by then.</summary>
    public void After(TimeSpan delay, Action step) => World.Clock.Schedule(delay, $"action {run.Name} of {pipeline.Name}", () =>
    {
        if (!run.IsOver)
        {
            Guard(step);
        }
    });

    public void Succeed(string? summary = null) => End(Statuses.Succeeded, summary);

    /// <summary>Ends the action.</summary>
    /// <param name="code">CodePipeline's kind of failure: <c>JobFailed</c>, <c>ConfigurationError</c>, <c>PermissionError</c>, <c>RevisionUnavailable</c>.</param>
    /// <param name="message">Why.</param>
    public void Fail(string code, string message)
    {
        (run.ErrorCode, run.ErrorMessage) = (code, message);
        End(Statuses.Failed, run.Summary);
    }

    /// <summary>Ends the action from outside, if it has not ended.</summary>
    public void EndLater(Action end)
    {
        if (!run.IsOver)
        {
            Guard(end);
        }
    }

    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (AwsErrorException refused)
        {
            Fail(refused.Code is "ConfigurationError" ? refused.Code : "JobFailed", refused.Message);
        }
    }

    private void End(string status, string? summary)
    {
        if (run.IsOver)
        {
            return;
        }

        (run.Status, run.Summary, run.LastChange) = (status, summary, World.Now);
        World.History.Record("action", $"{pipeline.Name}/{run.Stage.Name}/{run.Name}", run.ErrorMessage is null ? status : $"{status}: {run.ErrorMessage}");
        state.Flow.Continue(pipeline, run.Stage);
    }

    // #{namespace.Variable}
    private string Resolve(string text) => Reference().Replace(text, match =>
    {
        var (space, name) = (match.Groups["space"].Value, match.Groups["name"].Value);
        var value = space switch
        {
            "codepipeline" => name is "PipelineExecutionId" ? run.Execution.Id : null,
            "variables" => run.Execution.Variables.GetValueOrDefault(name),
            _ => run.Execution.Actions.LastOrDefault(action => action.Declaration.Text("namespace") == space && action.Variables.ContainsKey(name))?.Variables[name],
        };
        return value ?? throw new AwsErrorException("ConfigurationError", string.Create(CultureInfo.InvariantCulture, $"The variable {match.Value} in the configuration of action {run.Name} has no value."));
    });

    private static string Shorten(string text, int length) => text[..Math.Min(length, text.Length)];

    [GeneratedRegex(@"#\{(?<space>[A-Za-z0-9@_-]+)\.(?<name>[A-Za-z0-9@_-]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
