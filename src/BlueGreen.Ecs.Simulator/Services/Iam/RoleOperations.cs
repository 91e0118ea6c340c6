using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The operations on roles.</summary>
internal static class RoleOperations
{
    public static JsonObject Create(IamState state, JsonObject request)
    {
        var (name, path) = (request.Text("RoleName")!, request.Text("Path", "/"));
        if (state.Roles.ContainsKey(name))
        {
            throw new AwsErrorException("EntityAlreadyExists", $"Role with name {name} already exists.", HttpStatusCode.Conflict);
        }

        var role = new Role($"arn:aws:iam::{state.World.Account}:role{path}{name}", name, path, NewId(state), state.World.Now)
        {
            TrustPolicy = PolicyDocument.Check(request.Text("AssumeRolePolicyDocument")!),
            Description = request.Text("Description"),
            MaxSessionDuration = request.Int("MaxSessionDuration") ?? 3600,
        };
        TagList.Add(role.Tags, request.Objects("Tags"));
        state.Roles.Add(name, role);
        state.DeletedRoles.Remove(role.Arn);
        return Answer(role);
    }

    public static JsonObject CreateServiceLinked(IamState state, JsonObject request)
    {
        var service = request.Text("AWSServiceName")!;
        var name = service switch
        {
            "ecs.amazonaws.com" => "AWSServiceRoleForECS",
            "elasticloadbalancing.amazonaws.com" => "AWSServiceRoleForElasticLoadBalancing",
            "codedeploy.amazonaws.com" => "AWSServiceRoleForCodeDeploy",
            _ => "AWSServiceRoleFor" + service.Split('.')[0],
        };
        if (state.Roles.ContainsKey(name))
        {
            throw new AwsErrorException("InvalidInput", $"Service role name {name} has been taken in this account, please try a different suffix.");
        }

        var path = $"/aws-service-role/{service}/";
        var trust = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["Service"] = service },
                ["Action"] = "sts:AssumeRole",
            }),
        };
        var role = new Role($"arn:aws:iam::{state.World.Account}:role{path}{name}", name, path, NewId(state), state.World.Now)
        {
            TrustPolicy = trust.ToJsonString(),
            Description = request.Text("Description"),
            IsServiceLinked = true,
        };
        state.Roles.Add(name, role);
        return Answer(role);
    }

    public static JsonObject Get(IamState state, JsonObject request) => Answer(state.Role(request.Text("RoleName")!));

    public static JsonObject Delete(IamState state, JsonObject request)
    {
        var role = state.Role(request.Text("RoleName")!);
        var obstacle = role.Policies.Count > 0 ? "must delete policies first"
            : role.AttachedPolicies.Count > 0 ? "must detach all policies first" : null;
        if (role.IsServiceLinked)
        {
            throw Protected(role);
        }

        if (obstacle is not null)
        {
            throw new AwsErrorException("DeleteConflict", $"Cannot delete entity, {obstacle}.", HttpStatusCode.Conflict);
        }

        state.Roles.Remove(role.Name);
        state.DeletedRoles.Add(role.Arn);
        return [];
    }

    public static JsonObject UpdateTrust(IamState state, JsonObject request)
    {
        state.Role(request.Text("RoleName")!).TrustPolicy = PolicyDocument.Check(request.Text("PolicyDocument")!);
        return [];
    }

    public static JsonObject Tag(IamState state, JsonObject request)
    {
        TagList.Add(state.Role(request.Text("RoleName")!).Tags, request.Objects("Tags"));
        return [];
    }

    public static JsonObject Untag(IamState state, JsonObject request)
    {
        TagList.Remove(state.Role(request.Text("RoleName")!).Tags, request.Texts("TagKeys"));
        return [];
    }

    // A listing leaves out what only GetRole tells.
    public static JsonObject List(IamState state, JsonObject request)
    {
        var prefix = request.Text("PathPrefix", "/");
        return IamPages.Of(request, "Roles", state.Roles.Values.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal)), role =>
        {
            var json = role.ToJson();
            json.Remove("Tags");
            json.Remove("RoleLastUsed");
            return json;
        });
    }

    public static JsonObject Update(IamState state, JsonObject request)
    {
        var role = state.Role(request.Text("RoleName")!);
        if (role.IsServiceLinked)
        {
            throw Protected(role);
        }

        role.Description = request.Text("Description") ?? role.Description;
        role.MaxSessionDuration = request.Int("MaxSessionDuration") ?? role.MaxSessionDuration;
        return [];
    }

    public static JsonObject ListTags(IamState state, JsonObject request) => IamPages.Of(request, "Tags",
        state.Role(request.Text("RoleName")!).Tags, tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });

    /// <summary>No role is in an instance profile: there are none.</summary>
    public static JsonObject ListInstanceProfiles(IamState state, JsonObject request)
    {
        state.Role(request.Text("RoleName")!);
        return IamPages.Of<string>(request, "InstanceProfiles", [], name => JsonValue.Create(name));
    }

    private static AwsErrorException Protected(Role role) =>
        new("UnmodifiableEntity", $"Cannot perform the operation on the protected role '{role.Name}'");

    private static JsonObject Answer(Role role) => new() { ["Role"] = role.ToJson() };

    private static string NewId(IamState state) => "AROA" + state.World.Ids.UpperAlphanumeric(17);
}
