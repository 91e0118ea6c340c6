namespace BlueGreen.Ecs;

/// <summary>The network of tasks. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html">AwsVpcConfiguration</see>.</summary>
public sealed record AwsvpcConfiguration
{
    /// <summary>The subnets; at most 16.</summary>
    public EquatableArray<string> Subnets { get; init; }

    /// <summary>The security groups; at most 5.</summary>
    public EquatableArray<string> SecurityGroups { get; init; }

    /// <summary>Whether tasks get a public address. Default: not said.</summary>
    public bool? AssignPublicIp { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
