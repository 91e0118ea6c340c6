using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight.Survey;
using Aws = Amazon.IdentityManagement.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>An IAM role with its policies. Policies that somebody else has given it stay.</summary>
internal sealed class RolePart(BlueGreenEnvironment environment, RoleWish wish, IAmazonIdentityManagementService iam) : EnvironmentPart(environment, ResourceKind.Role, PartNames.Last(wish.Resource.Name))
{
    /// <summary>What its own policy is called.</summary>
    public const string PolicyName = "bluegreen";
    private const string Missing = "NoSuchEntity";

    public override bool IsExisting => wish.Resource.IsExisting;

    public override IReadOnlyList<string> DependsOn => wish.Before;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var role = (await PartCalls.FindAsync("iam:GetRole", iam.GetRoleAsync(new() { RoleName = Name }, cancellationToken), Missing).ConfigureAwait(false))?.Role;
        var found = role is null ? null : IsExisting ? new(role, [], [], Document: null) : await PoliciesAsync(role, cancellationToken).ConfigureAwait(false);
        return found is null ? null : new(found.Role.Arn, EnvironmentTags.From(found.Role.Tags, tag => tag.Key, tag => tag.Value), found);
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var role = found.As<RoleFound>();
        if (TrustPolicy.Read(role.Role.AssumeRolePolicyDocument) is { } trust && !trust.Admits(wish.Service))
        {
            yield return new($"The {wish.Use} may not be taken on by {wish.Service}.");
        }

        if (IsExisting)
        {
            yield break;
        }

        foreach (var policy in Lacking(role, known.Place))
        {
            yield return new($"It lacks the policy {policy}.");
        }

        foreach (var policy in Superfluous(role, known.Place))
        {
            yield return new($"It has the policy {policy} no longer.");
        }

        if (wish.InlinePolicy(known) != role.Document)
        {
            yield return new($"Its own policy {PolicyName} is another.");
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateRoleRequest
        {
            RoleName = Name,
            Description = wish.DescriptionIn(Environment),
            AssumeRolePolicyDocument = PolicyText.Trust(wish.Service),
            Tags = EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }),
        };
        await AwsCalls.CallAsync("iam:CreateRole", iam.CreateRoleAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var role = found.As<RoleFound>();
        if (TrustPolicy.Read(role.Role.AssumeRolePolicyDocument) is { } trust && !trust.Admits(wish.Service))
        {
            await AwsCalls.CallAsync("iam:UpdateAssumeRolePolicy", iam.UpdateAssumeRolePolicyAsync(new() { RoleName = Name, PolicyDocument = PolicyText.Trust(wish.Service) }, cancellationToken)).ConfigureAwait(false);
        }

        foreach (var policy in Lacking(role, known.Place))
        {
            await AwsCalls.CallAsync("iam:AttachRolePolicy", iam.AttachRolePolicyAsync(new() { RoleName = Name, PolicyArn = policy }, cancellationToken)).ConfigureAwait(false);
        }

        var document = wish.InlinePolicy(known);
        if (document is not null && document != role.Document)
        {
            await AwsCalls.CallAsync("iam:PutRolePolicy", iam.PutRolePolicyAsync(new() { RoleName = Name, PolicyName = PolicyName, PolicyDocument = document }, cancellationToken)).ConfigureAwait(false);
        }

        // The new right comes before the old one goes, so that a deployment on the way does not stumble.
        foreach (var policy in Superfluous(role, known.Place))
        {
            await DetachAsync(policy, cancellationToken).ConfigureAwait(false);
        }

        if (document is null && role.Document is not null)
        {
            await DeletePolicyAsync(PolicyName, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        foreach (var policy in found.As<RoleFound>().Attached)
        {
            await DetachAsync(policy, cancellationToken).ConfigureAwait(false);
        }

        foreach (var policy in found.As<RoleFound>().Inline)
        {
            await DeletePolicyAsync(policy, cancellationToken).ConfigureAwait(false);
        }

        await AwsCalls.CallAsync("iam:DeleteRole", iam.DeleteRoleAsync(new() { RoleName = Name }, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>The policies that somebody else has given it.</summary>
    public IEnumerable<string> Foreign(FoundPart found, AwsPlace place) =>
    [
        .. found.As<RoleFound>().Attached.Where(policy => wish.ManagedPolicy is null || policy != place.ManagedPolicyArn(wish.ManagedPolicy)),
        .. found.As<RoleFound>().Inline.Where(policy => policy != PolicyName),
    ];

    private async Task<RoleFound?> PoliciesAsync(Role role, CancellationToken cancellationToken)
    {
        var attached = await PartCalls.FindAsync("iam:ListAttachedRolePolicies", iam.ListAttachedRolePoliciesAsync(new() { RoleName = Name }, cancellationToken), Missing).ConfigureAwait(false);
        var inline = await PartCalls.FindAsync("iam:ListRolePolicies", iam.ListRolePoliciesAsync(new() { RoleName = Name }, cancellationToken), Missing).ConfigureAwait(false);
        if (attached is null || inline is null)
        {
            return null;
        }

        var own = inline.PolicyNames?.Contains(PolicyName) is true
            ? await PartCalls.FindAsync("iam:GetRolePolicy", iam.GetRolePolicyAsync(new() { RoleName = Name, PolicyName = PolicyName }, cancellationToken), Missing).ConfigureAwait(false)
            : null;
        return new(role, [.. (attached.AttachedPolicies ?? []).Select(policy => policy.PolicyArn)], inline.PolicyNames ?? [], own is null ? null : Uri.UnescapeDataString(own.PolicyDocument));
    }

    private IEnumerable<string> Lacking(RoleFound role, AwsPlace place) =>
        !Environment.HasLeastPrivilege && wish.ManagedPolicy is { } path && place.ManagedPolicyArn(path) is var arn && !role.Attached.Contains(arn, StringComparer.Ordinal) ? [arn] : [];

    private IEnumerable<string> Superfluous(RoleFound role, AwsPlace place) =>
        Environment.HasLeastPrivilege && wish.ManagedPolicy is { } path && place.ManagedPolicyArn(path) is var arn && role.Attached.Contains(arn, StringComparer.Ordinal) ? [arn] : [];

    private async Task DetachAsync(string policy, CancellationToken cancellationToken) =>
        await PartCalls.FindAsync("iam:DetachRolePolicy", iam.DetachRolePolicyAsync(new() { RoleName = Name, PolicyArn = policy }, cancellationToken), Missing).ConfigureAwait(false);

    private async Task DeletePolicyAsync(string policy, CancellationToken cancellationToken) =>
        await PartCalls.FindAsync("iam:DeleteRolePolicy", iam.DeleteRolePolicyAsync(new() { RoleName = Name, PolicyName = policy }, cancellationToken), Missing).ConfigureAwait(false);
}
