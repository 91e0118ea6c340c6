using Amazon.ECS;
using Amazon.SecurityToken;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>Asks whose the clients' credentials are, and of which region the client of ECS is.</summary>
internal sealed class AwsPlaceReader(IAmazonSecurityTokenService tokens, IAmazonECS ecs)
{
    private const string Anywhere = "us-east-1";

    public async Task<AwsPlace> ReadAsync(CancellationToken cancellationToken)
    {
        var caller = await AwsCalls.CallAsync("sts:GetCallerIdentity", tokens.GetCallerIdentityAsync(new(), cancellationToken)).ConfigureAwait(false);
        var region = ecs.Config.RegionEndpoint?.SystemName ?? ecs.Config.AuthenticationRegion ?? Anywhere;
        return new(caller.Arn?.Split(':') is ["arn", { Length: > 0 } partition, ..] ? partition : "aws", region, caller.Account);
    }
}
