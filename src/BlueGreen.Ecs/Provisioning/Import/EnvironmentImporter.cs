using Amazon.IdentityManagement;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Provisioning.Parts;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>Describes a running service: reads what it names, looks these names up as a plan does, and says what remains unsaid.</summary>
internal sealed class EnvironmentImporter(ImportReader reader, EnvironmentParts environments, IAmazonIdentityManagementService iam, TimeProvider clock)
{
    /// <exception cref="BlueGreenException">There is no such service, it cannot be described, or AWS refused a call.</exception>
    public async Task<ImportedEnvironment> ImportAsync(ServiceReference service, bool asExisting, CancellationToken cancellationToken)
    {
        var source = await PatientCalls.RepeatAsync(() => reader.ReadAsync(service, cancellationToken), clock, cancellationToken).ConfigureAwait(false);
        var draft = ImportDraft.Of(source);
        var known = new KnownParts(source.Place);
        await PartGraph.RunAsync(environments.Of(draft), async part =>
            known.Set(part.Id, await PatientCalls.RepeatAsync(() => part.ReadAsync(known, cancellationToken), clock, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        var environment = WithRights(await WithTaskPolicyAsync(new ImportRefinement(source, known, asExisting).Refine(draft), known, cancellationToken).ConfigureAwait(false), known);
        return ImportFiles.Of(source, environment, ImportNotes.Of(source, environment, environments.Of(environment), known));
    }

    // Which of the two ways to give roles their rights was taken shows by what differs less.
    private BlueGreenEnvironment WithRights(BlueGreenEnvironment environment, KnownParts known)
    {
        var least = environment with { HasLeastPrivilege = true };
        return Count(least) < Count(environment) ? least : environment;

        int Count(BlueGreenEnvironment one) => environments.Of(one).OfType<RolePart>().Sum(part => known.Find(part.Id) is { } found ? part.Compare(found, known).Count() : 0);
    }

    // A policy of the application that somebody else has given, where there is just one; it is called otherwise when it is made.
    private async Task<BlueGreenEnvironment> WithTaskPolicyAsync(BlueGreenEnvironment environment, KnownParts known, CancellationToken cancellationToken)
    {
        if (environment is not { TaskRole: { IsExisting: false } role, TaskPolicy: null } || known.Find<RoleFound>(PartIds.Role(role)) is not { Inline: [var only] } found)
        {
            return environment;
        }

        var request = new Amazon.IdentityManagement.Model.GetRolePolicyRequest { RoleName = found.Role.RoleName, PolicyName = only };
        var policy = await PatientCalls.RepeatAsync(() => AwsCalls.CallAsync("iam:GetRolePolicy", iam.GetRolePolicyAsync(request, cancellationToken)), clock, cancellationToken).ConfigureAwait(false);
        return environment with { TaskPolicy = Uri.UnescapeDataString(policy.PolicyDocument) };
    }
}
