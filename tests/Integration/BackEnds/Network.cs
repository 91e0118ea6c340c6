namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>A network for a load balancer and its tasks.</summary>
internal sealed record Network(string Vpc, IReadOnlyList<string> Subnets);
