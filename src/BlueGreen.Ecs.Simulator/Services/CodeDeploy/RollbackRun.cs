using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>
/// The deployment that undoes another one. Blue is still there, so it makes no task set: it gives the traffic back to blue and takes green away.
/// </summary>
internal sealed class RollbackRun : LifecycleRun
{
    private readonly IReadOnlyDictionary<string, int>? _testForward;

    private RollbackRun(CodeDeployState state, Deployment deployment, IReadOnlyDictionary<string, int>? testForward)
        : base(state, deployment) => _testForward = testForward;

    /// <summary>Starts rolling back a deployment that has just ended, and links the two.</summary>
    public static void Begin(CodeDeployState state, Deployment original, IReadOnlyDictionary<string, int>? testForward)
    {
        var rollback = new Deployment(DeploymentCreation.NewId(state), original.Group, original.Settings, state.Configs[DeploymentConfig.AllAtOnce], state.World.Now)
        {
            Revision = original.PreviousRevision,
            PreviousRevision = original.Revision,
            Creator = "codeDeployRollback",
            Blue = original.Blue,
            Green = original.Green,
            GreenWeight = original.GreenWeight,
        };
        original.RollbackInfo = new JsonObject
        {
            ["rollbackDeploymentId"] = rollback.Id,
            ["rollbackMessage"] = $"Deployment {original.Id} terminated. Automatic rollback is triggered with a DeploymentId {rollback.Id}.",
        };
        rollback.RollbackInfo = new JsonObject
        {
            ["rollbackTriggeringDeploymentId"] = original.Id,
            ["rollbackMessage"] = $"Deployment {rollback.Id} is triggered to roll back deployment {original.Id}.",
        };
        DeploymentCreation.Add(state, rollback, new RollbackRun(state, rollback, testForward));
    }

    public override void Stop(bool rollBack) =>
        End(DeploymentStatus.Stopped, new DeploymentError("MANUAL_STOP", "The deployment was stopped by a user."));

    public override void Continue(string waitType) =>
        throw CodeDeployErrors.Of("DeploymentIsNotInReadyState", $"The deployment {Deployment.Id} rolls back and waits for nothing.");

    public override void ReportHook(string executionId, bool succeeded) =>
        throw CodeDeployErrors.Of("InvalidLifecycleEventHookExecutionId", $"The deployment {Deployment.Id} rolls back and runs no hooks.");

    protected override void Start()
    {
    }

    protected override void Perform(LifecycleEvent lifecycleEvent)
    {
        if (ServiceWatch.Find(State, Deployment) is { } gone)
        {
            End(DeploymentStatus.Failed, gone);
            return;
        }

        switch (lifecycleEvent.Name)
        {
            case LifecycleEvent.AllowTestTraffic when _testForward is { Count: > 0 }:
                State.Region.LoadBalancing.SetForward(Deployment.Settings.TestListener!, [.. _testForward.Select(one => (one.Key, one.Value))]);
                break;
            case LifecycleEvent.AllowTraffic:
                GiveBack();
                break;
        }

        CompleteSoon();
    }

    protected override void Finish()
    {
        if (Deployment.Green is { } green && green.Status != TaskSetStatus.Draining)
        {
            State.Ecs.TaskSets.Delete(green);
        }

        End(DeploymentStatus.Succeeded, error: null);
    }

    private void GiveBack()
    {
        if (Deployment.GreenWeight > 0)
        {
            ProductionTraffic.Set(State, Deployment, greenPercent: 0);
        }

        if (Deployment.Blue is { Status: TaskSetStatus.Active } blue)
        {
            State.Ecs.TaskSets.Promote(blue);
        }
    }
}
