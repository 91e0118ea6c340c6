using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on deployment configurations.</summary>
internal static class DeploymentConfigOperations
{
    private const int LongestShift = 2880;
    private const int PageSize = 100;

    public static JsonObject Create(CodeDeployState state, JsonObject input)
    {
        var name = CodeDeployErrors.RequireName(input.Text("deploymentConfigName"), "DeploymentConfig");
        if (name.StartsWith(DeploymentConfig.PredefinedPrefix, StringComparison.Ordinal))
        {
            throw CodeDeployErrors.Of("InvalidDeploymentConfigName", $"Names that begin with {DeploymentConfig.PredefinedPrefix} are reserved.");
        }

        if (state.Configs.ContainsKey(name))
        {
            throw CodeDeployErrors.Of("DeploymentConfigAlreadyExists", $"A deployment configuration with the name {name} already exists.");
        }

        if (input.Text("computePlatform") != "ECS")
        {
            throw CodeDeployErrors.Of("InvalidComputePlatform", "The simulator knows deployment configurations of the compute platform ECS only.");
        }

        if (input["minimumHealthyHosts"] is not null)
        {
            throw CodeDeployErrors.Of("InvalidMinimumHealthyHostValue", "minimumHealthyHosts is not for the compute platform ECS.");
        }

        var routing = input.Object("trafficRoutingConfig")?.Copy() ?? throw Invalid("A trafficRoutingConfig is required for the compute platform ECS.");
        Check(routing);
        var config = new DeploymentConfig(state.World.Ids.Uuid(), name, routing, state.World.Now);
        state.Configs.Add(name, config);
        return new JsonObject { ["deploymentConfigId"] = config.Id };
    }

    public static JsonObject Get(CodeDeployState state, JsonObject input) =>
        new() { ["deploymentConfigInfo"] = state.FindConfig(input.Text("deploymentConfigName")).ToJson() };

    public static JsonObject List(CodeDeployState state, JsonObject input) =>
        Pages.Write([], "deploymentConfigsList", state.Configs.Keys, input, PageSize, "InvalidNextTokenException");

    public static JsonObject Delete(CodeDeployState state, JsonObject input)
    {
        var name = CodeDeployErrors.RequireName(input.Text("deploymentConfigName"), "DeploymentConfig");
        if (name.StartsWith(DeploymentConfig.PredefinedPrefix, StringComparison.Ordinal))
        {
            throw CodeDeployErrors.Of("InvalidOperation", $"The predefined deployment configuration {name} cannot be deleted.");
        }

        if (state.Applications.Values.SelectMany(application => application.Groups.Values).Any(group => group.Settings.ConfigName == name))
        {
            throw CodeDeployErrors.Of("DeploymentConfigInUse", $"The deployment configuration {name} is used by a deployment group.");
        }

        state.Configs.Remove(name);
        return [];
    }

    private static void Check(JsonObject routing)
    {
        switch (routing.Text("type"))
        {
            case "AllAtOnce":
                break;
            case "TimeBasedCanary":
                Check(routing, "timeBasedCanary", "canary", _ => 1);
                break;
            case "TimeBasedLinear":
                Check(routing, "timeBasedLinear", "linear", percentage => ((100 + percentage - 1) / percentage) - 1);
                break;
            case var type:
                throw Invalid($"The traffic routing type {type} is not valid. Valid are AllAtOnce, TimeBasedCanary and TimeBasedLinear.");
        }
    }

    private static void Check(JsonObject routing, string member, string prefix, Func<int, int> intervals)
    {
        var schedule = routing.Object(member) ?? throw Invalid($"{member} is required.");
        var percentage = schedule.Int($"{prefix}Percentage") ?? 0;
        var interval = schedule.Int($"{prefix}Interval") ?? 0;
        if (percentage is < 1 or > 99)
        {
            throw Invalid($"{prefix}Percentage is {percentage}; it must be 1 to 99.");
        }

        if (interval < 1 || interval * intervals(percentage) > LongestShift)
        {
            throw Invalid($"{prefix}Interval is {interval}; it must be at least 1, and all traffic must have moved within {LongestShift} minutes.");
        }
    }

    private static AwsErrorException Invalid(string message) => CodeDeployErrors.Of("InvalidTrafficRoutingConfiguration", message);
}
