using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The operations on a role's inline and attached policies.</summary>
internal static class RolePolicyOperations
{
    public static JsonObject Put(IamState state, JsonObject request)
    {
        Of(state, request).Policies[request.Text("PolicyName")!] = PolicyDocument.Check(request.Text("PolicyDocument")!);
        return [];
    }

    public static JsonObject Get(IamState state, JsonObject request)
    {
        var (role, name) = (Of(state, request), request.Text("PolicyName")!);
        return role.Policies.TryGetValue(name, out var document)
            ? new JsonObject { ["RoleName"] = role.Name, ["PolicyName"] = name, ["PolicyDocument"] = Uri.EscapeDataString(document) }
            : throw Absent(name);
    }

    public static JsonObject Delete(IamState state, JsonObject request)
    {
        var name = request.Text("PolicyName")!;
        return Of(state, request).Policies.Remove(name) ? [] : throw Absent(name);
    }

    public static JsonObject List(IamState state, JsonObject request) =>
        IamPages.Of(request, "PolicyNames", Of(state, request).Policies.Keys, name => JsonValue.Create(name));

    public static JsonObject Attach(IamState state, JsonObject request)
    {
        var (role, arn) = (Of(state, request), request.Text("PolicyArn")!);
        if (state.FindPolicy(arn) is null)
        {
            throw IamState.NoSuchEntity($"Policy {arn} does not exist or is not attachable.");
        }

        role.AttachedPolicies.Add(arn);
        return [];
    }

    public static JsonObject Detach(IamState state, JsonObject request)
    {
        var arn = request.Text("PolicyArn")!;
        return Of(state, request).AttachedPolicies.Remove(arn) ? [] : throw IamState.NoSuchEntity($"Policy {arn} was not found.");
    }

    public static JsonObject ListAttached(IamState state, JsonObject request) =>
        IamPages.Of(request, "AttachedPolicies", Of(state, request).AttachedPolicies, arn => new JsonObject { ["PolicyName"] = ManagedPolicies.NameOf(arn), ["PolicyArn"] = arn });

    private static Role Of(IamState state, JsonObject request) => state.Role(request.Text("RoleName")!);

    private static AwsErrorException Absent(string name) =>
        IamState.NoSuchEntity($"The role policy with name {name} cannot be found.");
}
