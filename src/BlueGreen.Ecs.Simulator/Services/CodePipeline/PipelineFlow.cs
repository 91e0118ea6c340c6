using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>Moves executions through their pipeline: one in a stage at a time, unless the pipeline runs them in parallel.</summary>
internal sealed class PipelineFlow(CodePipelineState state)
{
    private const int MostConcurrent = 50;

    private World World => state.World;

    /// <exception cref="AwsErrorException">Too many executions are in progress.</exception>
    public PipelineExecution Start(Pipeline pipeline, ExecutionStart start)
    {
        var mode = pipeline.Declaration.Text("executionMode", "SUPERSEDED");
        if (mode is not "SUPERSEDED" && pipeline.Executions.Values.Count(one => !one.IsOver) >= MostConcurrent)
        {
            throw PipelineErrors.Of("ConcurrentPipelineExecutionsLimitExceeded", $"The pipeline {pipeline.Name} has {MostConcurrent} executions in progress, which is the most that is allowed.");
        }

        var variables = pipeline.Declaration.Objects("variables").ToDictionary(one => one.Text("name")!, one => one.Text("defaultValue", ""), StringComparer.Ordinal);
        foreach (var (name, value) in start.Variables)
        {
            variables[name] = value;
        }

        var execution = new PipelineExecution(World.Ids.Uuid(), pipeline.Executions.Count + 1, pipeline.Declaration, World.Now)
        {
            TriggerType = start.TriggerType,
            TriggerDetail = start.TriggerDetail,
            Variables = variables,
            Overrides = new Dictionary<string, string>(start.Revisions, StringComparer.Ordinal),
        };
        pipeline.Executions.Add(execution.Id, execution);
        Tell(pipeline, execution, $"starts by {start.TriggerType}");
        Arrive(pipeline, execution, 0);
        return execution;
    }

    /// <summary>Lets in who waits before a stage, if nothing keeps it.</summary>
    public void TryEnter(Pipeline pipeline, Stage stage)
    {
        var index = pipeline.Stages.IndexOf(stage.Name);
        var open = stage.Inbound.IsEnabled && (index <= 0 || pipeline.Stages.GetAt(index - 1).Value.Outbound.IsEnabled);
        if (stage.Waiting.FirstOrDefault() is { } next && open && (stage.Inside.Count == 0 || next.Mode is "PARALLEL"))
        {
            stage.Waiting.Remove(next);
            Enter(pipeline, stage, new StageRun(next, IndexOf(next, stage.Name)));
        }
    }

    /// <summary>Runs a stage again that has failed or was stopped.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="failed">The stage's latest run.</param>
    /// <param name="all">Whether actions that succeeded are run again too.</param>
    public void Retry(Pipeline pipeline, StageRun failed, bool all)
    {
        var run = new StageRun(failed.Execution, failed.Index) { Retries = failed.Retries + 1 };
        foreach (var (name, action) in failed.Actions.Where(action => !all && action.Value.Status is Statuses.Succeeded))
        {
            run.Actions.Add(name, action);
        }

        SetStatus(pipeline, failed.Execution, Statuses.InProgress);
        Enter(pipeline, pipeline.Stage(failed.Name), run);
    }

    /// <summary>Stops an execution: at once where nothing runs or what runs is abandoned, else when the running actions have ended.</summary>
    public void Stop(Pipeline pipeline, PipelineExecution execution, bool abandon)
    {
        SetStatus(pipeline, execution, Statuses.Stopping);
        if (pipeline.Stages.Values.FirstOrDefault(stage => stage.Waiting.Contains(execution)) is { } before)
        {
            before.Waiting.Remove(execution);
            SetStatus(pipeline, execution, Statuses.Stopped);
            return;
        }

        var (stage, run) = pipeline.Stages.Values.SelectMany(one => one.Inside.Select(inside => (one, inside))).FirstOrDefault(one => one.inside.Execution == execution);
        if (run is null)
        {
            SetStatus(pipeline, execution, Statuses.Stopped);
            return;
        }

        run.Status = Statuses.Stopping;
        if (abandon)
        {
            foreach (var action in run.Actions.Values.Where(action => !action.IsOver))
            {
                (action.Status, action.LastChange) = (Statuses.Abandoned, World.Now);
            }

            Leave(pipeline, stage, run, Statuses.Stopped);
        }
    }

    /// <summary>Goes on after an action of a stage has ended.</summary>
    public void Continue(Pipeline pipeline, StageRun run)
    {
        var stage = pipeline.Stages.GetValueOrDefault(run.Name);
        if (stage is null || !stage.Inside.Contains(run) || run.Actions.Values.Any(action => !action.IsOver))
        {
            return;
        }

        if (run.Actions.Values.Any(action => action.Status is Statuses.Failed))
        {
            Leave(pipeline, stage, run, Statuses.Failed);
        }
        else if (run.Status is Statuses.Stopping)
        {
            Leave(pipeline, stage, run, Statuses.Stopped);
        }
        else
        {
            RunNext(pipeline, stage, run);
        }
    }

    private static int IndexOf(PipelineExecution execution, string stage) =>
        execution.Stages.ToList().FindIndex(one => one.Text("name") == stage);

    private void Arrive(Pipeline pipeline, PipelineExecution execution, int index)
    {
        if (pipeline.Stages.GetValueOrDefault(execution.Stages[index].Text("name")!) is not { } stage)
        {
            SetStatus(pipeline, execution, Statuses.Cancelled);
            return;
        }

        stage.Waiting.Add(execution);
        if (execution.Mode is "SUPERSEDED")
        {
            foreach (var older in stage.Waiting.OrderBy(one => one.Number).SkipLast(1).ToList())
            {
                stage.Waiting.Remove(older);
                SetStatus(pipeline, older, Statuses.Superseded);
            }
        }

        World.Clock.Schedule(index == 0 ? TimeSpan.Zero : World.Options.Timings.PipelineStep, $"{pipeline.Name} enters {stage.Name}", () => TryEnter(pipeline, stage));
    }

    private void Enter(Pipeline pipeline, Stage stage, StageRun run)
    {
        stage.Inside.Add(run);
        stage.Latest = run;
        run.Execution.LastUpdate = World.Now;
        RunNext(pipeline, stage, run);
    }

    // Actions of the same order run side by side.
    private void RunNext(Pipeline pipeline, Stage stage, StageRun run)
    {
        var left = run.Declaration.Objects("actions").Where(action => !run.Actions.ContainsKey(action.Text("name")!)).ToList();
        if (left.Count == 0)
        {
            Leave(pipeline, stage, run, Statuses.Succeeded);
            return;
        }

        var order = left.Min(ActionRun.OrderOf);
        var starting = new List<ActionContext>();
        foreach (var declaration in left.Where(action => ActionRun.OrderOf(action) == order))
        {
            var action = new ActionRun(World.Ids.Uuid(), run, declaration, World.Now);
            run.Actions.Add(action.Name, action);
            run.Execution.Actions.Add(action);
            stage.Actions[action.Name] = action;
            starting.Add(new ActionContext(state, pipeline, action));
        }

        starting.ForEach(action => action.Begin());
    }

    private void Leave(Pipeline pipeline, Stage stage, StageRun run, string status)
    {
        stage.Inside.Remove(run);
        run.Status = status;
        Tell(pipeline, run.Execution, $"stage {stage.Name} {status}");
        if (status is not Statuses.Succeeded)
        {
            SetStatus(pipeline, run.Execution, status);
        }
        else if (run.Index == run.Execution.Stages.Count - 1)
        {
            SetStatus(pipeline, run.Execution, Statuses.Succeeded);
        }
        else
        {
            Arrive(pipeline, run.Execution, run.Index + 1);
        }

        TryEnter(pipeline, stage);
    }

    private void SetStatus(Pipeline pipeline, PipelineExecution execution, string status)
    {
        (execution.Status, execution.LastUpdate) = (status, World.Now);
        Tell(pipeline, execution, status);
    }

    private void Tell(Pipeline pipeline, PipelineExecution execution, string what) => World.History.Record("pipeline", $"{pipeline.Name}/{execution.Id}", what);
}
