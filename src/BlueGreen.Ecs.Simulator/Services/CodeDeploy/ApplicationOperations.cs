using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on applications and their revisions.</summary>
internal static class ApplicationOperations
{
    private const int PageSize = 100;

    public static JsonObject Create(CodeDeployState state, JsonObject input)
    {
        var name = CodeDeployErrors.RequireName(input.Text("applicationName"), "Application");
        if (state.Applications.ContainsKey(name))
        {
            throw CodeDeployErrors.Of("ApplicationAlreadyExists", $"An application with the name {name} already exists.");
        }

        var platform = input.Text("computePlatform") ?? "Server";
        if (platform is not ("ECS" or "Server" or "Lambda"))
        {
            throw CodeDeployErrors.Of("InvalidComputePlatform", $"The compute platform {platform} is not valid. Valid are ECS, Lambda and Server.");
        }

        var id = state.World.Ids.Uuid();
        state.Applications.Add(name, new Application(id, name, platform, state.World.Now));
        return new JsonObject { ["applicationId"] = id };
    }

    public static JsonObject Get(CodeDeployState state, JsonObject input) =>
        new() { ["application"] = state.FindApplication(input.Text("applicationName")).ToJson() };

    /// <summary>Deletes the application with its groups; an unknown one is passed over.</summary>
    public static JsonObject Delete(CodeDeployState state, JsonObject input)
    {
        state.Applications.Remove(CodeDeployErrors.RequireName(input.Text("applicationName"), "Application"));
        return [];
    }

    public static JsonObject List(CodeDeployState state, JsonObject input) =>
        Pages.Write([], "applications", state.Applications.Keys, input, PageSize, "InvalidNextTokenException");

    public static JsonObject RegisterRevision(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        Register(state, application, Revision.Read(input.Object("revision")), input.Text("description"));
        return [];
    }

    public static JsonObject GetRevision(CodeDeployState state, JsonObject input)
    {
        var application = state.FindApplication(input.Text("applicationName"));
        var key = Revision.Read(input.Object("revision")).Key;
        var found = application.Revisions.GetValueOrDefault(key)
            ?? throw CodeDeployErrors.Of("RevisionDoesNotExist", $"The application {application.Name} does not know the revision {key}.");
        return new JsonObject
        {
            ["applicationName"] = application.Name,
            ["revision"] = found.Revision.WithContent(),
            ["revisionInfo"] = found.ToJson(),
        };
    }

    /// <returns>The revision as the application knows it, with its text where that was given at any time.</returns>
    public static RegisteredRevision Register(CodeDeployState state, Application application, Revision revision, string? description)
    {
        if (!application.Revisions.TryGetValue(revision.Key, out var registered) || (registered.Revision.Content is null && revision.Content is not null))
        {
            application.Revisions[revision.Key] = registered = new RegisteredRevision(revision, description, state.World.Now);
        }

        return registered;
    }
}
