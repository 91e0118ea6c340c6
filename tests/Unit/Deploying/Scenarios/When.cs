namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Moments of a deployment, by what is told of it.</summary>
internal static class When
{
    public static Predicate<DeploymentEvent> Installing { get; } = happened => happened.Stage == Stage.Install;

    public static Predicate<DeploymentEvent> Testing { get; } = happened => happened.Stage == Stage.TestTraffic;

    public static Predicate<DeploymentEvent> Shifting { get; } = happened => happened is { Stage: Stage.ProductionTraffic, GreenPercent: > 0 and < 100 };

    public static Predicate<DeploymentEvent> Baking { get; } = happened => happened is { Stage: Stage.Bake, GreenPercent: 100 };
}
