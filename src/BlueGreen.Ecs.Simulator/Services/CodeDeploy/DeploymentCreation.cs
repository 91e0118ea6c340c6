using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>CreateDeployment.</summary>
internal static class DeploymentCreation
{
    private const int MostActive = 1300;

    public static JsonObject Create(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var group = CodeDeployState.FindGroup(application, input.Text("deploymentGroupName"));
        var revision = Revision.Read(input.Object("revision"));
        var config = state.FindConfig(input.Text("deploymentConfigName") ?? group.Settings.ConfigName);
        GroupRules.CheckRollback(input.Object("autoRollbackConfiguration"));
        GroupRules.CheckAlarms(input.Object("overrideAlarmConfiguration"));
        CodeDeployErrors.CheckDescription(input.Text("description"));
        CheckServerOnly(input);
        if (state.FindActive(group) is { } active)
        {
            throw CodeDeployErrors.Of("DeploymentLimitExceeded", $"The Deployment Group '{group.Name}' already has an active Deployment '{active.Id}'");
        }

        if (state.Deployments.Values.Count(one => !one.IsOver) >= MostActive)
        {
            throw CodeDeployErrors.Of("DeploymentLimitExceeded", $"The account has {MostActive} active deployments, and more are not allowed.");
        }

        var registered = RevisionOperations.Register(state, application, revision, description: null);
        registered.Use(group.Name, state.World.Now);
        var overrides = new JsonObject();
        input.CopyTo(overrides, "autoRollbackConfiguration");
        var deployment = new Deployment(NewId(state), group, group.Settings.With(overrides), config, state.World.Now)
        {
            Revision = registered.Revision,
            PreviousRevision = group.LastSuccessful?.Revision,
            Description = input.Text("description"),
            OverrideAlarms = input.Object("overrideAlarmConfiguration")?.Copy(),
        };
        Add(state, deployment, new ForwardRun(state, deployment));
        return new JsonObject { ["deploymentId"] = deployment.Id };
    }

    // Members that only servers know: for ECS they may be absent or false.
    private static void CheckServerOnly(JsonObject input)
    {
        if (input["targetInstances"] is not null)
        {
            throw CodeDeployErrors.Of("InvalidTargetInstances", "Target instances are not for the compute platform ECS.");
        }

        if (input.Flag("updateOutdatedInstancesOnly") == true)
        {
            throw CodeDeployErrors.Of("InvalidUpdateOutdatedInstancesOnlyValue", "For the compute platform ECS updateOutdatedInstancesOnly must be false.");
        }

        if (input.Flag("ignoreApplicationStopFailures") == true)
        {
            throw CodeDeployErrors.Of("InvalidIgnoreApplicationStopFailuresValue", "For the compute platform ECS ignoreApplicationStopFailures must be false.");
        }
    }

    public static string NewId(CodeDeployState state) => $"d-{state.World.Ids.UpperAlphanumeric(9)}";

    public static void Add(CodeDeployState state, Deployment deployment, LifecycleRun run)
    {
        deployment.Run = run;
        deployment.Group.LastAttempted = deployment;
        state.Deployments.Add(deployment.Id, deployment);
        run.Begin();
    }
}
