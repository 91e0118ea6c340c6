using System.Globalization;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Benchmarks.Simulator;

/// <summary>What the simulator keeps of each of 10,000 services with two tasks, its target groups, listener and deployment group, and of a canary deployment of each.</summary>
internal static class MemoryReport
{
    private const int Services = 10_000;

    public static async Task<int> RunAsync()
    {
        var empty = Live();
        await using var aws = new AwsSimulator();
        var fleet = new Fleet(aws, Services);
        var set = Live();
        var deployments = Enumerable.Range(0, Services).Select(service => fleet.Deploy(service, 1)).ToList();
        aws.Clock.Advance(TimeSpan.FromHours(2));
        var succeeded = deployments.Where((id, service) => fleet.Status(service, id) == "Succeeded").Count();
        var deployed = Live();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"simulator: memory with {Services} services: {Kilobytes(set - empty):F1} KB a service, {Kilobytes(deployed - set):F1} KB a deployment; {succeeded} succeeded"));
        return succeeded == Services ? 0 : 1;
    }

    private static double Kilobytes(long bytes) => bytes / 1024.0 / Services;

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);
}
