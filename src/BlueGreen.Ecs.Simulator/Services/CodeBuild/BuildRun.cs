using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Moves a build from phase to phase.</summary>
internal sealed class BuildRun(CodeBuildState state, Build build)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private BuildScript? _script;
    private SimulatedBuildResult? _result;
    private ScheduledEvent? _next;
    private ScheduledEvent? _limit;

    private World World => state.World;

    public void Begin()
    {
        World.History.Record("build", build.Id, "starts");
        _limit = World.Clock.Schedule(TimeSpan.FromMinutes(build.TimeoutInMinutes), $"time-out of {build.Id}",
            () => Break(Build.TimedOut, new BuildFailure("BUILD_TIMED_OUT", "Build has timed out. ")));
        Enter(BuildPhases.Submitted);
    }

    public void Stop() => Break(Build.Stopped, null);

    private void Break(string status, BuildFailure? failure)
    {
        if (build.IsOver)
        {
            return;
        }

        _next?.Cancel();
        build.Phases[^1].Close(status, World.Now, failure);
        build.FailedPhase ??= build.Phases[^1].Type;
        build.Failure ??= failure;
        End(status);
    }

    private void Enter(string phase)
    {
        build.Phases.Add(new BuildPhase(phase, World.Now));
        if (phase is BuildPhases.Completed)
        {
            End(build.Failure is null ? Build.Succeeded : Build.Failed);
            return;
        }

        _next = World.Clock.Schedule(Duration(phase), $"{phase} of {build.Id}", () => Complete(phase));
    }

    private TimeSpan Duration(string phase) => phase switch
    {
        BuildPhases.Submitted => TimeSpan.Zero,
        BuildPhases.Provisioning => World.Options.Timings.BuildProvisioning,
        BuildPhases.Queued or BuildPhases.Finalizing => Short,
        BuildPhases.DownloadSource or BuildPhases.UploadArtifacts => World.Options.Timings.BuildPhase,
        _ => _script?.Has(phase) is true || (_result is not null && phase is BuildPhases.Build) ? World.Options.Timings.BuildPhase : TimeSpan.Zero,
    };

    private void Complete(string phase)
    {
        try
        {
            if (Perform(phase))
            {
                Leave(phase, null);
            }
        }
        catch (BuildFailureException failed)
        {
            Leave(phase, failed.Failure);
        }
    }

    /// <returns>Whether the phase is done; otherwise the build function ends it.</returns>
    private bool Perform(string phase)
    {
        if (phase is BuildPhases.DownloadSource)
        {
            BuildSource.Download(state, build);
            if (World.Builds.TryGetValue(build.Project.Name, out var function))
            {
                _ = AskAsync(function, new SimulatedBuild(state, build));
                return false;
            }

            _script = new BuildScript(state, build, BuildSource.Specification(build));
            return true;
        }

        if (_result is { FailedPhase: { } wrong } && wrong == phase)
        {
            throw new BuildFailureException("COMMAND_EXECUTION_ERROR", _result.Message!);
        }

        switch (phase)
        {
            case BuildPhases.Install or BuildPhases.PreBuild or BuildPhases.Build:
                _script?.Run(phase);
                break;
            case BuildPhases.PostBuild:
                _script?.Run(phase);
                _script?.Export();
                break;
            case BuildPhases.UploadArtifacts:
                Upload();
                break;
        }

        return true;
    }

    private void Upload()
    {
        _script?.Collect();
        if (_result is { FailedPhase: null })
        {
            build.Artifacts[string.Empty] = FileSet.Empty.With(_result.Artifacts);
            foreach (var (name, value) in _result.ExportedVariables)
            {
                build.Exported[name] = value;
            }
        }
    }

    // A function that answers at once does so within this call, under the world's lock; another one later, on a thread of its own.
    private async Task AskAsync(Func<SimulatedBuild, ValueTask<SimulatedBuildResult>> function, SimulatedBuild asked)
    {
        var answer = await BuildFunction.CallAsync(function, asked).ConfigureAwait(false);
        lock (World.Gate)
        {
            if (build.IsOver)
            {
                return;
            }

            try
            {
                Take(answer);
                Leave(BuildPhases.DownloadSource, null);
            }
            catch (BuildFailureException failed)
            {
                Leave(BuildPhases.DownloadSource, failed.Failure);
            }
        }
    }

    private void Take(SimulatedBuildResult answer)
    {
        _result = answer;
        if (answer.FailedPhase is BuildPhases.DownloadSource)
        {
            throw new BuildFailureException("CLIENT_ERROR", answer.Message!);
        }
    }

    private void Leave(string phase, BuildFailure? failure)
    {
        var status = failure is null ? Build.Succeeded : Build.Failed;
        build.Phases[^1].Close(status, World.Now, failure);
        if (phase is not (BuildPhases.Submitted or BuildPhases.Queued or BuildPhases.Provisioning))
        {
            BuildLog.Tell(state, build, $"Phase complete: {phase} State: {status}");
            BuildLog.Tell(state, build, $"Phase context status code: {failure?.Code} Message: {failure?.Message}");
        }

        var counts = failure is not null && _script?.Continues(phase) is not true;
        if (counts && build.Failure is null)
        {
            (build.Failure, build.FailedPhase) = (failure, phase);
        }

        Enter(BuildPhases.After(phase, counts));
    }

    private void End(string status)
    {
        _limit?.Cancel();
        if (build.Phases[^1].Type is not BuildPhases.Completed)
        {
            build.Phases.Add(new BuildPhase(BuildPhases.Completed, World.Now));
        }

        (build.Status, build.End) = (status, World.Now);
        World.History.Record("build", build.Id, status);
        build.Ended?.Invoke();
    }
}
