using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks who deploys.</summary>
internal sealed class CallerReader(SideClient<IAmazonSecurityTokenService> tokens, SurveyCalls calls)
{
    /// <summary>The ARN of the role or user whose policies hold for the caller; nothing for the account's root, which may do all.</summary>
    public Task<Read<string>> ReadAsync(CancellationToken cancellationToken) => calls.ReadAsync(
        "sts:GetCallerIdentity",
        "caller",
        "who deploys, and whether it may",
        async token => Principal((await tokens.Value.GetCallerIdentityAsync(new GetCallerIdentityRequest(), token).ConfigureAwait(false)).Arn),
        isMissing: null,
        cancellationToken);

    // arn:aws:sts::123456789012:assumed-role/deployer/session is a session of arn:aws:iam::123456789012:role/deployer.
    private static string? Principal(string arn) => arn.Split(':', 6) switch
    {
        ["arn", var partition, "sts", _, var account, var session] when session.Split('/') is ["assumed-role", var role, _] => $"arn:{partition}:iam::{account}:role/{role}",
        ["arn", _, "iam", _, _, var user] when user.StartsWith("user/", StringComparison.Ordinal) => arn,
        _ => null,
    };
}
