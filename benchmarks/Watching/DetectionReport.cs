using System.ComponentModel;
using System.Globalization;
using BlueGreen.Ecs.Benchmarks.Simulator;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Benchmarks.Watching;

/// <summary>
/// How long after a deployment has succeeded whoever waits for it knows, in real time: this library, and <c>aws ecs deploy</c>, each with as many deployments at once, over HTTP
/// and on the same simulator, which throttles as AWS does. Versions take different times to become healthy, so that the ends do not all fall at the same place between two looks.
/// </summary>
internal static class DetectionReport
{
    private const int Deployments = 6;
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(1.3);
    private static readonly TimeSpan SlowerStart = TimeSpan.FromSeconds(2);

    /// <summary>The image of a service's new version.</summary>
    public static string ImageOf(int service) => string.Create(CultureInfo.InvariantCulture, $"web:v2-{service}");

    public static async Task<int> RunAsync()
    {
        var timings = new SimulatorTimings
        {
            LoadBalancerProvisioning = TimeSpan.FromSeconds(1),
            TaskProvisioning = TimeSpan.FromSeconds(3),
            TaskStart = TimeSpan.FromSeconds(1),
            TaskStop = TimeSpan.FromSeconds(2),
        };
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 1, Throttling = true, Timings = timings });
        var endpoint = await aws.ListenAsync();
        var fleet = new Fleet(aws, Deployments, "CodeDeployDefault.ECSAllAtOnce", terminationMinutes: 1, healthCheckSeconds: 7);
        for (var service = 0; service < Deployments; service++)
        {
            aws.Images[ImageOf(service)] = new ImageBehavior { ReadyAfter = service * SlowerStart };
        }

        while (!fleet.IsRunning())
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }

        await using (var own = new OwnDeployments(aws.Clock, endpoint))
        {
            await MeasureAsync("BlueGreen.Ecs", aws, own.DeployAsync);
        }

        try
        {
            using var cli = new CliDeployments(aws.Clock, endpoint);
            await MeasureAsync("aws ecs deploy", aws, cli.DeployAsync);
        }
        catch (Win32Exception)
        {
            Console.WriteLine("detection: aws ecs deploy: not measured, because the AWS CLI is not on the PATH");
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, AwsSimulator aws, Func<int, Task<DateTimeOffset>> deployAsync)
    {
        var (began, before) = (aws.Clock.GetUtcNow(), aws.History.Count);
        var known = await Task.WhenAll(Enumerable.Range(0, Deployments).Select(async service =>
        {
            await Task.Delay(service * Stagger, TimeProvider.System);
            return await deployAsync(service);
        }));
        var minutes = (aws.Clock.GetUtcNow() - began).TotalMinutes;
        var history = aws.History.Skip(before).ToList();
        var ended = history.Where(one => one is { Kind: "deployment", Message: "Succeeded" }).Select(one => one.Time).Order().ToList();
        if (ended.Count != Deployments)
        {
            throw new InvalidOperationException($"{ended.Count} of {Deployments} deployments succeeded.");
        }

        // All are alike, so that they end in the order in which they began.
        var late = known.Order().Zip(ended, (at, end) => (at - end).TotalSeconds).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"detection: {name}: known after a median of {late[late.Count / 2]:F2} s, at worst {late[^1]:F2} s; calls a minute for {Deployments} deployments at once: {Calls("GetDeployment"):F0} GetDeployment, {Calls("BatchGetDeployments"):F0} BatchGetDeployments, {Calls("BatchGetDeploymentTargets"):F0} BatchGetDeploymentTargets, {Calls("DescribeRules"):F0} DescribeRules; {history.Count(one => one.Kind == "throttle")} throttled"));

        double Calls(string operation) => history.Count(one => one.Kind == "call" && one.Subject.Split('.', ' ').Contains(operation, StringComparer.Ordinal)) / minutes;
    }
}
