using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on applications.</summary>
internal static class ApplicationOperations
{
    private const int PageSize = 100;
    private const int MostAtOnce = 100;
    private const int MostApplications = 1000;

    public static JsonObject Create(CodeDeployState state, JsonObject input)
    {
        var name = CodeDeployErrors.RequireName(input.Text("applicationName"), "Application");
        CheckFree(state, name);
        if (state.Applications.Count >= MostApplications)
        {
            throw CodeDeployErrors.Of("ApplicationLimitExceeded", $"The account has {MostApplications} applications in this region, and more are not allowed.");
        }

        var platform = input.Text("computePlatform") ?? "Server";
        if (platform is not ("ECS" or "Server" or "Lambda"))
        {
            throw CodeDeployErrors.Of("InvalidComputePlatform", $"The compute platform {platform} is not valid. Valid are ECS, Lambda and Server.");
        }

        var id = state.World.Ids.Uuid();
        var application = new Application(id, name, platform, state.World.Now);
        TagList.Add(application.Tags, TagOperations.Check(input.Objects("tags")));
        state.Applications.Add(name, application);
        return new JsonObject { ["applicationId"] = id };
    }

    public static JsonObject Get(CodeDeployState state, JsonObject input) =>
        new() { ["application"] = state.FindApplication(input.Text("applicationName")).ToJson() };

    public static JsonObject BatchGet(CodeDeployState state, JsonObject input)
    {
        var names = input.Texts("applicationNames");
        CodeDeployErrors.CheckBatch(names.Count, MostAtOnce, "applications");
        return new JsonObject { ["applicationsInfo"] = names.Select(name => state.FindApplication(name).ToJson()).ToJson() };
    }

    /// <summary>Renames an application.</summary>
    public static JsonObject Update(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        if (input.Text("newApplicationName") is { } name && name != application.Name)
        {
            CheckFree(state, CodeDeployErrors.RequireName(name, "Application"));
            state.Applications.Remove(application.Name);
            state.Applications.Add(name, application);
            application.Name = name;
        }

        return [];
    }

    /// <summary>Deletes the application with its groups; an unknown one is passed over.</summary>
    public static JsonObject Delete(CodeDeployState state, JsonObject input)
    {
        state.Applications.Remove(CodeDeployErrors.RequireName(input.Text("applicationName"), "Application"));
        return [];
    }

    public static JsonObject List(CodeDeployState state, JsonObject input) =>
        Pages.Write([], "applications", state.Applications.Keys, input, PageSize, "InvalidNextTokenException");

    private static void CheckFree(CodeDeployState state, string name)
    {
        if (state.Applications.ContainsKey(name))
        {
            throw CodeDeployErrors.Of("ApplicationAlreadyExists", $"An application with the name {name} already exists.");
        }
    }
}
