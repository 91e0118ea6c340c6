using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>What the seed's service is called, whoever deploys it.</summary>
internal abstract class SeedService(SeedEnvironment seed)
{
    public string Region => Seed.Region;

    public string Reference => $"{Seed.ClusterName}/{Seed.ServiceName}";

    public string Family => Seed.Family;

    public string ProductionListenerArn => Seed.ProductionListenerArn;

    public string TestListenerArn => Seed.TestListenerArn!;

    public string Image => Seed.ImageV1[..^2];

    /// <summary>The environment in which it was made.</summary>
    protected SeedEnvironment Seed { get; } = seed;
}
