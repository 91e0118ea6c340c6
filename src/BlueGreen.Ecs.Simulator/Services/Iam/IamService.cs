using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Identity and Access Management: roles and their policies, which bind callers, tasks, builds and deployments. SimulatePrincipalPolicy evaluates them.</summary>
internal sealed class IamService(World world) : IAwsService
{
    private static readonly OperationTable<IamState> Operations = new("iam")
    {
        ["CreateRole"] = RoleOperations.Create,
        ["CreateServiceLinkedRole"] = RoleOperations.CreateServiceLinked,
        ["GetRole"] = RoleOperations.Get,
        ["ListRoles"] = RoleOperations.List,
        ["UpdateRole"] = RoleOperations.Update,
        ["ListRoleTags"] = RoleOperations.ListTags,
        ["ListInstanceProfilesForRole"] = RoleOperations.ListInstanceProfiles,
        ["DeleteRole"] = RoleOperations.Delete,
        ["UpdateAssumeRolePolicy"] = RoleOperations.UpdateTrust,
        ["TagRole"] = RoleOperations.Tag,
        ["UntagRole"] = RoleOperations.Untag,
        ["PutRolePolicy"] = RolePolicyOperations.Put,
        ["GetRolePolicy"] = RolePolicyOperations.Get,
        ["DeleteRolePolicy"] = RolePolicyOperations.Delete,
        ["ListRolePolicies"] = RolePolicyOperations.List,
        ["AttachRolePolicy"] = RolePolicyOperations.Attach,
        ["DetachRolePolicy"] = RolePolicyOperations.Detach,
        ["CreatePolicy"] = PolicyOperations.Create,
        ["GetPolicy"] = PolicyOperations.Get,
        ["ListPolicies"] = PolicyOperations.List,
        ["DeletePolicy"] = PolicyOperations.Delete,
        ["ListEntitiesForPolicy"] = PolicyOperations.ListEntities,
        ["CreatePolicyVersion"] = PolicyVersionOperations.Create,
        ["GetPolicyVersion"] = PolicyVersionOperations.Get,
        ["ListPolicyVersions"] = PolicyVersionOperations.List,
        ["SetDefaultPolicyVersion"] = PolicyVersionOperations.SetDefault,
        ["DeletePolicyVersion"] = PolicyVersionOperations.Delete,
        ["SimulatePrincipalPolicy"] = SimulationOperations.Simulate,
        ["ListAttachedRolePolicies"] = RolePolicyOperations.ListAttached,
    };

    public string Name => "iam";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, IamState.Of(world));
}
