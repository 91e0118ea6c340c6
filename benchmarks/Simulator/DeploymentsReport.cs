using System.Globalization;
using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Benchmarks.Simulator;

/// <summary>
/// Canary deployments of a service with two tasks, from CreateDeployment to the end of the blue task set, one after the other on one core: told to the simulated
/// services directly, and by an AWS client in memory that asks for the status every 15 simulated seconds.
/// </summary>
internal static class DeploymentsReport
{
    private const int Batch = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync()
    {
        var kernel = await BestAsync(KernelBatchAsync);
        var client = await BestAsync(ClientBatchAsync);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"simulator: canary deployments in virtual time: {kernel:F0} a second at kernel level, {client:F0} a second by an AWS client in memory"));
        return 0;
    }

    // The best batch counts: whatever else the machine does can only make one slower.
    private static async Task<double> BestAsync(Func<Fleet, AwsSimulator, Task> batch)
    {
        var best = 0d;
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < WarmUp + Measured)
        {
            await using var aws = new AwsSimulator();
            var fleet = new Fleet(aws, 1);
            var began = TimeProvider.System.GetTimestamp();
            await batch(fleet, aws);
            best = Math.Max(best, Batch / TimeProvider.System.GetElapsedTime(began).TotalSeconds);
        }

        return best;
    }

    private static Task KernelBatchAsync(Fleet fleet, AwsSimulator aws)
    {
        for (var i = 1; i <= Batch; i++)
        {
            var deployment = fleet.Deploy(0, i);
            aws.Clock.Advance(TimeSpan.FromMinutes(15));
            Check(fleet.Status(0, deployment));
        }

        return Task.CompletedTask;
    }

    private static async Task ClientBatchAsync(Fleet fleet, AwsSimulator aws)
    {
        using var client = new AmazonCodeDeployClient(new BasicAWSCredentials("test", "test"), aws.Connect(new AmazonCodeDeployConfig(), Fleet.RegionOf(0)));
        for (var i = 1; i <= Batch; i++)
        {
            await aws.Clock.DriveAsync(DeployAsync(client, fleet.AppSpec(Fleet.RegionOf(0), i), aws.Clock));
        }
    }

    private static async Task DeployAsync(AmazonCodeDeployClient client, string appSpec, TimeProvider time)
    {
        var created = await client.CreateDeploymentAsync(new CreateDeploymentRequest
        {
            ApplicationName = Fleet.Application,
            DeploymentGroupName = Fleet.NameOf(0),
            Revision = new RevisionLocation { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new AppSpecContent { Content = appSpec } },
        });
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(15), time);
            var status = (await client.GetDeploymentAsync(new GetDeploymentRequest { DeploymentId = created.DeploymentId })).DeploymentInfo.Status.Value;
            if (status is not ("Created" or "Queued" or "InProgress" or "Ready"))
            {
                Check(status);
                return;
            }
        }
    }

    private static void Check(string status)
    {
        if (status != "Succeeded")
        {
            throw new System.InvalidOperationException($"A deployment ended as {status}.");
        }
    }
}
