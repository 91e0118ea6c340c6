using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The networks of one region. Every region begins with a default VPC.</summary>
internal sealed partial class Ec2State
{
    public Ec2State(Region region)
    {
        Region = region;
        Zones = Zone.Of(region.Name);

        // Apart from the world's identifiers: which region is spoken of first changes no name.
        var seed = region.Name.Aggregate(region.World.Options.Seed, (sum, letter) => unchecked((sum * 31) + letter));
        var ids = new IdSource(seed);
        new DefaultNetwork(this, prefix => $"{prefix}-0{ids.Hex(16)}").Make();
    }

    public Region Region { get; }

    public World World => Region.World;

    public IReadOnlyList<Zone> Zones { get; }

    public OrderedDictionary<string, Vpc> Vpcs { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Subnet> Subnets { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, SecurityGroup> Groups { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, InternetGateway> InternetGateways { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, RouteTable> RouteTables { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, VpcEndpoint> Endpoints { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, NatGateway> NatGateways { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, ElasticAddress> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>The security groups of the tasks in known subnets, by their private address.</summary>
    public Dictionary<string, IReadOnlyList<string>> GroupsByAddress { get; } = new(StringComparer.Ordinal);

    public Vpc? DefaultVpc => Vpcs.Values.FirstOrDefault(vpc => vpc.IsDefault);

    /// <summary>Everything that can have tags.</summary>
    public IEnumerable<Ec2Resource> Resources =>
    [
        .. Vpcs.Values, .. Subnets.Values, .. Groups.Values, .. Groups.Values.SelectMany(group => group.Rules), .. InternetGateways.Values,
        .. RouteTables.Values, .. Endpoints.Values, .. NatGateways.Values, .. Addresses.Values,
    ];

    public static Ec2State Of(Region region) => region.Get(one => new Ec2State(one));

    public string NewId(string prefix) => $"{prefix}-0{World.Ids.Hex(16)}";

    /// <exception cref="Wire.AwsErrorException">There is none of that id.</exception>
    public static T Find<T>(OrderedDictionary<string, T> all, string? id)
        where T : class => all.GetValueOrDefault(id ?? string.Empty) ?? throw Ec2Errors.NotFound(id ?? string.Empty);

    /// <returns>The group of that name in a VPC.</returns>
    public SecurityGroup? FindGroup(Vpc vpc, string name) => Groups.Values.FirstOrDefault(group => group.Vpc == vpc && group.Name == name);

    public SecurityGroup DefaultGroup(Vpc vpc) => FindGroup(vpc, SecurityGroup.DefaultName)!;

    /// <summary>Whether a text has the form of AWS's ids, so that it must be known; any other text is taken as it is.</summary>
    public static bool IsReal(string id) => RealId().IsMatch(id);

    /// <returns>The first id that has AWS's form and is not known.</returns>
    public static string? FirstUnknown<T>(OrderedDictionary<string, T> all, IEnumerable<string> ids) => ids.FirstOrDefault(id => IsReal(id) && !all.ContainsKey(id));

    [GeneratedRegex("^(vpc|subnet|sg)-([0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RealId();
}
