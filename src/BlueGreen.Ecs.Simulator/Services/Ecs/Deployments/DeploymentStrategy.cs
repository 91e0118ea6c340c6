using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>How a deployment replaces what runs, in AWS's words, with AWS's defaults.</summary>
internal static class DeploymentStrategy
{
    public const string Rolling = "ROLLING";
    public const string BlueGreen = "BLUE_GREEN";
    public const string Linear = "LINEAR";
    public const string Canary = "CANARY";

    public const double DefaultCanaryPercent = 5;
    public const double DefaultStepPercent = 10;
    private const int DefaultCanaryBakeMinutes = 10;
    private const int DefaultStepBakeMinutes = 6;

    public static string Of(JsonObject configuration) => configuration.Text("strategy") ?? Rolling;

    /// <returns>The shares of production traffic that the new revision gets, one after the other, and the wait between two of them.</returns>
    public static (IReadOnlyList<double> Percents, TimeSpan Wait) Steps(JsonObject configuration)
    {
        var canary = configuration.Object("canaryConfiguration") ?? [];
        var linear = configuration.Object("linearConfiguration") ?? [];
        return Of(configuration) switch
        {
            Canary => ([.. Below100([canary.Number("canaryPercent") ?? DefaultCanaryPercent]), 100],
                TimeSpan.FromMinutes(canary.Int("canaryBakeTimeInMinutes") ?? DefaultCanaryBakeMinutes)),
            Linear => ([.. Below100(Multiples(linear.Number("stepPercent") ?? DefaultStepPercent)), 100],
                TimeSpan.FromMinutes(linear.Int("stepBakeTimeInMinutes") ?? DefaultStepBakeMinutes)),
            _ => ([100], TimeSpan.Zero),
        };
    }

    private static IEnumerable<double> Multiples(double step) => Enumerable.Range(1, (int)(100 / step)).Select(count => Math.Round(step * count, 1));

    private static IEnumerable<double> Below100(IEnumerable<double> percents) => percents.Where(percent => percent < 100);
}
