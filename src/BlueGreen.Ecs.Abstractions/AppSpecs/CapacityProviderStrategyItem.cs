namespace BlueGreen.Ecs;

/// <summary>A capacity provider's share of tasks. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html">CapacityProviderStrategyItem</see>.</summary>
/// <param name="CapacityProvider">Its name, such as <c>FARGATE_SPOT</c>.</param>
/// <param name="Weight">Its share of the tasks above the base.</param>
/// <param name="Base">How many tasks it gets at least.</param>
public sealed record CapacityProviderStrategyItem(string CapacityProvider, int Weight, int Base)
{
    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
