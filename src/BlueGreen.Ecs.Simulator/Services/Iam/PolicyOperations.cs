using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The operations on managed policies. Only roles can have them here: there are neither users nor groups.</summary>
internal static class PolicyOperations
{
    public static JsonObject Create(IamState state, JsonObject request)
    {
        var (name, path) = (request.Text("PolicyName")!, request.Text("Path", "/"));
        if (state.Policies.Values.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw IamState.Conflict("EntityAlreadyExists", $"A policy called {name} already exists. Duplicate names are not allowed.");
        }

        var document = PolicyDocument.Check(request.Text("PolicyDocument")!);
        var policy = new ManagedPolicy($"arn:aws:iam::{state.World.Account}:policy{path}{name}", name, path)
        {
            Id = "ANPA" + state.World.Ids.UpperAlphanumeric(17),
            Created = state.World.Now,
            Description = request.Text("Description"),
        };
        policy.Add(document, state.World.Now, isDefault: true);
        TagList.Add(policy.Tags, request.Objects("Tags"));
        state.Policies.Add(policy.Arn, policy);
        return new JsonObject { ["Policy"] = policy.ToJson(0, isDetailed: true) };
    }

    public static JsonObject Get(IamState state, JsonObject request)
    {
        var policy = Of(state, request);
        return new JsonObject { ["Policy"] = policy.ToJson(state.Holders(policy.Arn).Count, isDetailed: true) };
    }

    public static JsonObject List(IamState state, JsonObject request)
    {
        var (scope, prefix) = (request.Text("Scope", "All"), request.Text("PathPrefix", "/"));
        var found = ManagedPolicies.All.Where(_ => scope is not "Local").Concat(state.Policies.Values.Where(_ => scope is not "AWS"))
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Where(policy => request.Flag("OnlyAttached") is not true || state.Holders(policy.Arn).Count > 0);
        return IamPages.Of(request, "Policies", found, policy => policy.ToJson(state.Holders(policy.Arn).Count, isDetailed: false));
    }

    public static JsonObject Delete(IamState state, JsonObject request)
    {
        var policy = Own(state, request);
        if (state.Holders(policy.Arn).Count > 0)
        {
            throw IamState.Conflict("DeleteConflict", "Cannot delete a policy attached to entities.");
        }

        if (policy.Versions.Count > 1)
        {
            throw IamState.Conflict("DeleteConflict",
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        }

        state.Policies.Remove(policy.Arn);
        return [];
    }

    public static JsonObject ListEntities(IamState state, JsonObject request)
    {
        var holders = request.Text("EntityFilter") is null or "Role" ? state.Holders(Of(state, request).Arn) : [];
        return IamPages.Of(request, "PolicyRoles", holders, role => new JsonObject { ["RoleName"] = role.Name, ["RoleId"] = role.Id });
    }

    /// <exception cref="AwsErrorException">There is no such policy.</exception>
    public static ManagedPolicy Of(IamState state, JsonObject request)
    {
        var arn = request.Text("PolicyArn")!;
        return state.FindPolicy(arn) ?? throw IamState.NoSuchEntity($"Policy {arn} was not found.");
    }

    /// <exception cref="AwsErrorException">There is no such policy, or it is one of AWS's, which cannot be changed.</exception>
    public static ManagedPolicy Own(IamState state, JsonObject request)
    {
        var policy = Of(state, request);
        return policy.IsAws ? throw IamState.Denied("Policy is outside your own account.") : policy;
    }
}
