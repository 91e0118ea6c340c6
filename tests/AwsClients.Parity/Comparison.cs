namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>What one part of the suite compared, and what differed.</summary>
internal sealed record Comparison(int Types, int Members, IReadOnlyList<string> Differences);
