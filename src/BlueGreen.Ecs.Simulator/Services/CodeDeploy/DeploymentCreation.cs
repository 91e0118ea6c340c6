using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>CreateDeployment.</summary>
internal static class DeploymentCreation
{
    private const int LongestDescription = 512;

    public static JsonObject Create(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var group = CodeDeployState.FindGroup(application, input.Text("deploymentGroupName"));
        var revision = Revision.Read(input.Object("revision"));
        var config = state.FindConfig(input.Text("deploymentConfigName") ?? group.Settings.ConfigName);
        GroupRules.CheckRollback(input.Object("autoRollbackConfiguration"));
        GroupRules.CheckAlarms(input.Object("overrideAlarmConfiguration"));
        if (input.Text("description") is { Length: > LongestDescription } description)
        {
            throw CodeDeployErrors.Of("DescriptionTooLong", $"The description has {description.Length} characters; at most {LongestDescription} are allowed.");
        }

        if (state.FindActive(group) is { } active)
        {
            throw CodeDeployErrors.Of("DeploymentLimitExceeded", $"The Deployment Group '{group.Name}' already has an active Deployment '{active.Id}'");
        }

        var registered = ApplicationOperations.Register(state, application, revision, description: null);
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

    public static string NewId(CodeDeployState state) => $"d-{state.World.Ids.UpperAlphanumeric(9)}";

    public static void Add(CodeDeployState state, Deployment deployment, LifecycleRun run)
    {
        deployment.Run = run;
        deployment.Group.LastAttempted = deployment;
        state.Deployments.Add(deployment.Id, deployment);
        run.Begin();
    }
}
