using Amazon.IdentityManagement.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>A role with its policies.</summary>
/// <param name="Role">The role.</param>
/// <param name="Attached">The ARNs of the managed policies that it has.</param>
/// <param name="Inline">The names of its own policies.</param>
/// <param name="Document">The policy document that the environment has given it. Default: none.</param>
internal sealed record RoleFound(Role Role, IReadOnlyList<string> Attached, IReadOnlyList<string> Inline, string? Document);
