using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on deployment groups.</summary>
internal static class DeploymentGroupOperations
{
    private const int PageSize = 100;
    private const int MostAtOnce = 100;
    private const int MostGroups = 1000;

    public static JsonObject Create(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var name = CodeDeployErrors.RequireName(input.Text("deploymentGroupName"), "DeploymentGroup");
        CheckFree(application, name);
        if (application.Groups.Count >= MostGroups)
        {
            throw CodeDeployErrors.Of("DeploymentGroupLimitExceeded", $"The application {application.Name} has {MostGroups} deployment groups, and more are not allowed.");
        }

        GroupRules.CheckServerOnly(input);
        var settings = GroupSettings.From(input);
        GroupRules.Check(state, application, settings, self: null);
        var tags = TagOperations.Check(input.Objects("tags"));
        var group = new DeploymentGroup(state.World.Ids.Uuid(), name, application, settings) { RoleExisted = ServiceRole.Exists(state.World, settings.ServiceRoleArn) };
        TagList.Add(group.Tags, tags);
        application.Groups.Add(name, group);
        if (state.FindConfig(settings.ConfigName).IsGradual)
        {
            // AWS weighs the listener as soon as a group shifts gradually, before any deployment.
            ProductionTraffic.Weigh(state, settings);
        }

        return new JsonObject { ["deploymentGroupId"] = group.Id };
    }

    public static JsonObject Update(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var group = CodeDeployState.FindGroup(application, input.Text("currentDeploymentGroupName"));
        GroupRules.CheckServerOnly(input);
        var settings = group.Settings.With(input);
        GroupRules.Check(state, application, settings, group);
        if (input.Text("newDeploymentGroupName") is { } name && name != group.Name)
        {
            CheckFree(application, CodeDeployErrors.RequireName(name, "DeploymentGroup"));
            application.Groups.Remove(group.Name);
            application.Groups.Add(name, group);
            group.Name = name;
        }

        group.Settings = settings;
        group.RoleExisted = ServiceRole.Exists(state.World, settings.ServiceRoleArn);
        return new JsonObject { ["hooksNotCleanedUp"] = new JsonArray() };
    }

    public static JsonObject Get(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        return new JsonObject { ["deploymentGroupInfo"] = CodeDeployState.FindGroup(application, input.Text("deploymentGroupName")).ToJson() };
    }

    public static JsonObject BatchGet(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var names = input.Texts("deploymentGroupNames");
        CodeDeployErrors.CheckBatch(names.Count, MostAtOnce, "deployment groups");
        var known = names.ToLookup(name => application.Groups.ContainsKey(CodeDeployErrors.RequireName(name, "DeploymentGroup")));
        var output = new JsonObject { ["deploymentGroupsInfo"] = known[true].Select(name => application.Groups[name].ToJson()).ToJson() };
        output.SetUnlessNull("errorMessage", known[false].Any() ? $"No Deployment Group found for name: {string.Join(", ", known[false])}" : null);
        return output;
    }

    public static JsonObject List(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var output = new JsonObject { ["applicationName"] = application.Name };
        return Pages.Write(output, "deploymentGroups", application.Groups.Keys, input, PageSize, "InvalidNextTokenException");
    }

    /// <summary>Deletes a group; an unknown one is passed over.</summary>
    public static JsonObject Delete(CodeDeployState state, JsonObject input)
    {
        var name = CodeDeployErrors.RequireName(input.Text("deploymentGroupName"), "DeploymentGroup");
        state.Applications.GetValueOrDefault(CodeDeployErrors.RequireName(input.Text("applicationName"), "Application"))?.Groups.Remove(name);
        return new JsonObject { ["hooksNotCleanedUp"] = new JsonArray() };
    }

    private static void CheckFree(Application application, string name)
    {
        if (application.Groups.ContainsKey(name))
        {
            throw CodeDeployErrors.Of("DeploymentGroupAlreadyExists", $"A deployment group with the name {name} already exists.");
        }
    }
}
