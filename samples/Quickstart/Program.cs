using Amazon.CloudWatch;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Quickstart;
using Microsoft.Extensions.DependencyInjection;
using static BlueGreen.Ecs.RollBackTrigger;
using static BlueGreen.Ecs.TrafficShift;

if (Scenario.Parse(args) is not { } scenario)
{
    await Console.Error.WriteLineAsync("usage: Quickstart [--fail container|health|alarm|gate]");
    return 1;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    cancellation.Cancel();
};

// AWS in this process: a service with version 1 running, behind a load balancer that really listens on loopback.
await using var aws = new AwsSimulator(new() { TimeScale = scenario.TimeScale, RealTraffic = true });
var seed = await SeedEnvironment.CreateAsync(aws, new() { ReadyWait = TimeSpan.FromMinutes(10) }, cancellation.Token);
aws.Images[seed.ImageV2] = scenario.NewVersion;
var (production, test) = (seed.ProductionAddress!, seed.TestAddress!);

// Your host: where AWS is, and the library. With a real account, leave out the options and the clock.
await using var services = new ServiceCollection()
    .AddDefaultAWSOptions(new AWSOptions
    {
        Credentials = new BasicAWSCredentials("any", "any"),
        DefaultClientConfig = { ServiceURL = (await aws.ListenAsync()).AbsoluteUri, AuthenticationRegion = seed.Region },
    })
    .AddSingleton<TimeProvider>(aws.Clock)
    .AddAWSService<IAmazonCloudWatch>()
    .AddBlueGreenEcs(options => options.PollInterval = scenario.PollInterval)
    .BuildServiceProvider();

// What is wanted: version 2, for a tenth of the requests first, and for all of them five minutes later.
var deployment = Deployment
    .For("web/labo-terraform-admin")
    .WithTaskDef(Path.Combine(AppContext.BaseDirectory, "seed", "taskdef.json"))
    .WithImage("IMAGE1_NAME", seed.ImageV2)
    .WithAppSpec(Path.Combine(AppContext.BaseDirectory, "seed", "appspec.yaml"))
    .Shift(Canary10Percent5Minutes)
    .Gate(Stage.TestTraffic, SmokeTestAsync)
    .RollBackOn(Alarm("latency-high"))
    .OnCancel(CancelPolicy.StopAndRollBack)
    .Build();

Console.WriteLine($"Deploying {seed.ImageV2}; watch it at {production}. Time passes {scenario.TimeScale} times faster.");
await using var traffic = Traffic.Start(production);
await using var monitoring = await Monitoring.StartAsync(services.GetRequiredService<IAmazonCloudWatch>(), "latency-high", scenario, traffic);
try
{
    var deployer = services.GetRequiredService<IDeployer>();
    var result = await deployer.DeployAsync(deployment, new Timeline(), cancellation.Token);
    return await Summary.PrintAsync(result, await traffic.StopAsync(), production);
}
catch (DeploymentCanceledException canceled)
{
    Console.WriteLine(canceled.Message);
    Console.WriteLine(await traffic.StopAsync());
    return 130;
}

async Task<GateVerdict> SmokeTestAsync(GateContext context, CancellationToken cancellationToken)
{
    using var client = new HttpClient { BaseAddress = test };
    using var response = await client.GetAsync(new Uri("orders", UriKind.Relative), cancellationToken);
    return response.IsSuccessStatusCode ? GateVerdict.Continue : GateVerdict.RollBack($"The smoke test got {(int)response.StatusCode} from /orders on the test listener.");
}
