using Amazon.EC2;
using Amazon.EC2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>A security group that admits whom it is told, and lets everything out.</summary>
/// <param name="environment">The environment.</param>
/// <param name="ec2">The client.</param>
/// <param name="name">The group's name.</param>
/// <param name="use">What it is for, as its description.</param>
/// <param name="before">What <paramref name="admitted"/> asks for.</param>
/// <param name="admitted">Who is to be admitted, as far as it is known.</param>
internal sealed class SecurityGroupPart(BlueGreenEnvironment environment, IAmazonEC2 ec2, string name, string use, IReadOnlyList<string> before, Func<KnownParts, IEnumerable<Admission>> admitted)
    : EnvironmentPart(environment, ResourceKind.SecurityGroup, name)
{
    private const string Tcp = "tcp";

    public override IReadOnlyList<string> DependsOn => [PartIds.Network(Environment), .. before];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        if (known.Find<NetworkFound>(PartIds.Network(Environment)) is not { } network)
        {
            return null;
        }

        var request = new DescribeSecurityGroupsRequest { Filters = [new() { Name = "group-name", Values = [Name] }, new() { Name = "vpc-id", Values = [network.VpcId] }] };
        var response = await AwsCalls.CallAsync("ec2:DescribeSecurityGroups", ec2.DescribeSecurityGroupsAsync(request, cancellationToken)).ConfigureAwait(false);
        return response.SecurityGroups?.FirstOrDefault() is { } group
            ? new(known.Place.Arn("ec2", $"security-group/{group.GroupId}"), EnvironmentTags.From(group.Tags, tag => tag.Key, tag => tag.Value), group)
            : null;
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known) =>
        Missing(found, known).Select(one => new Difference($"It does not admit {one}."));

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateSecurityGroupRequest
        {
            GroupName = Name,
            Description = use,
            VpcId = known.Get(PartIds.Network(Environment)).As<NetworkFound>().VpcId,
            TagSpecifications = [new() { ResourceType = Amazon.EC2.ResourceType.SecurityGroup, Tags = EnvironmentTags.To(Environment, (key, value) => new Amazon.EC2.Model.Tag(key, value)) }],
        };
        await AwsCalls.CallAsync("ec2:CreateSecurityGroup", ec2.CreateSecurityGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new AuthorizeSecurityGroupIngressRequest { GroupId = found.As<SecurityGroup>().GroupId, IpPermissions = [.. Missing(found, known).Select(ToAws)] };
        await AwsCalls.CallAsync("ec2:AuthorizeSecurityGroupIngress", ec2.AuthorizeSecurityGroupIngressAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("ec2:DeleteSecurityGroup", ec2.DeleteSecurityGroupAsync(new() { GroupId = found.As<SecurityGroup>().GroupId }, cancellationToken)).ConfigureAwait(false);

    private IEnumerable<Admission> Missing(FoundPart found, KnownParts known) =>
        admitted(known).Where(one => found.As<SecurityGroup>().IpPermissions?.Exists(rule => Admits(rule, one)) is not true);

    private static bool Admits(IpPermission rule, Admission wanted) =>
        (rule.IpProtocol is "-1" || (rule.IpProtocol is Tcp && rule.FromPort <= wanted.Port && wanted.Port <= rule.ToPort))
        && (rule.Ipv4Ranges?.Exists(range => range.CidrIp == wanted.Range) is true || rule.UserIdGroupPairs?.Exists(pair => pair.GroupId == wanted.Group) is true);

    private static IpPermission ToAws(Admission one) => new()
    {
        IpProtocol = Tcp,
        FromPort = one.Port,
        ToPort = one.Port,
        Ipv4Ranges = one.Range is null ? null : [new() { CidrIp = one.Range }],
        UserIdGroupPairs = one.Group is null ? null : [new() { GroupId = one.Group }],
    };
}
