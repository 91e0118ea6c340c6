using System.Collections.Frozen;

namespace BlueGreen.Ecs.Documents;

/// <summary>What DescribeTaskDefinition adds to a task definition, and RegisterTaskDefinition does not take.</summary>
internal static class DescribeOnlyMembers
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "deregisteredAt", "deleteRequestedAt");

    public static bool Has(string name) => Names.Contains(name);

    public static EquatableArray<JsonMember> Without(EquatableArray<JsonMember> members) =>
        members.Count == 0 ? members : members.Where(member => !Has(member.Name)).ToEquatableArray();
}
