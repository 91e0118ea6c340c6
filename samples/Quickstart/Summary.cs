using BlueGreen.Ecs;

namespace BlueGreen.Quickstart;

/// <summary>Prints how it ended.</summary>
internal static class Summary
{
    /// <returns>The exit code: 0 when version 2 is deployed, 3 when it is not.</returns>
    public static async Task<int> PrintAsync(DeploymentResult result, TrafficCount during, Uri production)
    {
        Console.WriteLine();
        Console.WriteLine($"{result.Outcome} after {result.Duration:hh\\:mm\\:ss} of simulated time: {result.DeploymentId}");
        Console.WriteLine($"lifecycle events: {string.Join(", ", result.Last.LifecycleEvents.Where(happened => happened.Status != "Skipped").Select(Describe))}");
        Console.WriteLine(during);
        if (result.Outcome == DeploymentOutcome.Succeeded)
        {
            return 0;
        }

        Console.WriteLine($"cause: {(result.Findings.Count > 0 ? result.Findings[0].Message : result.Reason)}");
        await using var traffic = Traffic.Start(production);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        Console.WriteLine($"after the rollback: {await traffic.StopAsync()}");
        return 3;
    }

    private static string Describe(LifecycleEventState happened) =>
        happened.Status == "Succeeded" ? happened.Name : $"{happened.Name} ({happened.Status})";
}
