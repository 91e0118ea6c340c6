namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Turns what was seen and decided into the neutral observation. Pure.</summary>
internal static class TaskSetObservation
{
    public static Observation From(TaskSetsState state, TaskSetAction action)
    {
        var green = state.Weights?.GreenPercent ?? 0;
        return new()
        {
            Status = action switch
            {
                TaskSetAction.Done done => done.Status,
                TaskSetAction.Hold => DeploymentStatus.Waiting,
                _ => DeploymentStatus.InProgress,
            },
            Stage = action.Stage,
            AwaitsTasks = action is TaskSetAction.Wait { Stage: Stage.Install },
            Wait = (action as TaskSetAction.Hold)?.At.Name,
            BluePercent = Math.Round(100 - green, 2),
            GreenPercent = Math.Round(green, 2),
            BlueTasks = state.Blue?.Tasks ?? TaskCounts.None,
            GreenTasks = state.Green?.Tasks ?? TaskCounts.None,
            Reason = action switch
            {
                TaskSetAction.Done done => done.Reason,
                TaskSetAction.RollBack back => back.Reason,
                _ => state.Progress.RollBack,
            },
        };
    }

    /// <summary>The service, and with it the deployment, is gone.</summary>
    public static Observation WithoutService(string reason) => new() { Status = DeploymentStatus.Failed, Stage = Stage.Finished, BluePercent = 0, Reason = reason };
}
