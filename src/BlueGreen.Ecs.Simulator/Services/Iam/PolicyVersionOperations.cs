using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The operations on the versions of managed policies.</summary>
internal static class PolicyVersionOperations
{
    public static JsonObject Create(IamState state, JsonObject request)
    {
        var policy = PolicyOperations.Own(state, request);
        var document = PolicyDocument.Check(request.Text("PolicyDocument")!);
        var id = policy.Add(document, state.World.Now, request.Flag("SetAsDefault") is true);
        return new JsonObject { ["PolicyVersion"] = policy.VersionToJson(id, withDocument: false) };
    }

    public static JsonObject Get(IamState state, JsonObject request) =>
        new() { ["PolicyVersion"] = PolicyOperations.Of(state, request).VersionToJson(request.Text("VersionId")!, withDocument: true) };

    public static JsonObject List(IamState state, JsonObject request)
    {
        var policy = PolicyOperations.Of(state, request);
        return IamPages.Of(request, "Versions", policy.Versions.Keys.Reverse(), id => policy.VersionToJson(id, withDocument: false));
    }

    public static JsonObject SetDefault(IamState state, JsonObject request)
    {
        var (policy, id) = (PolicyOperations.Own(state, request), request.Text("VersionId")!);
        policy.Version(id);
        policy.DefaultVersion = id;
        return [];
    }

    public static JsonObject Delete(IamState state, JsonObject request)
    {
        var (policy, id) = (PolicyOperations.Own(state, request), request.Text("VersionId")!);
        policy.Version(id);
        if (id == policy.DefaultVersion)
        {
            throw IamState.Conflict("DeleteConflict", "Cannot delete the default version of a policy.");
        }

        policy.Versions.Remove(id);
        return [];
    }
}
