using Amazon.CodeCommit;
using Amazon.ECR;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.SecretsManager;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Simulator;
using BlueGreen.PipelineSetup;
using Microsoft.Extensions.DependencyInjection;

const string Name = "labo-terraform-admin";
const string Region = "ap-northeast-1";
const double TimeScale = 60;
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    cancellation.Cancel();
};

// An empty AWS account in this process, whose load balancers really listen on loopback. The page of an image says which version it is.
await using var aws = new AwsSimulator(new() { TimeScale = TimeScale, RealTraffic = true });
foreach (var version in (string[])["v1", "v2"])
{
    aws.Images[$"123456789012.dkr.ecr.{Region}.amazonaws.com/{Name}:{version}"] = new() { Respond = _ => new(200, $"<h1>Version {version[1..]}</h1>") };
}

// Your host: where AWS is, and the library. With a real account, leave out the options and the clock.
await using var services = new ServiceCollection()
    .AddDefaultAWSOptions(new AWSOptions
    {
        Credentials = new BasicAWSCredentials("any", "any"),
        DefaultClientConfig = { ServiceURL = (await aws.ListenAsync()).AbsoluteUri, AuthenticationRegion = Region },
    })
    .AddSingleton<TimeProvider>(aws.Clock)
    .AddBlueGreenEcs(options => options.PollInterval = TimeSpan.FromSeconds(TimeScale / 10))
    .BuildServiceProvider();

// What is wanted: all that the walk-through's author clicked together in nine consoles.
var app = Path.Combine(AppContext.BaseDirectory, "app");
var environment = BlueGreenEnvironment
    .For(Name)
    .InCluster("web")
    .WithTaskDef(Path.Combine(app, "taskdef.json"))
    .WithImageTag("v1")
    .WithDesiredCount(2)
    .WithTrafficRole("CodeDeployECSRole")
    .WithTestListener(8080)
    .WithDeployments(new() { Shift = TrafficShift.Canary10Percent5Minutes, Bake = TimeSpan.FromMinutes(5) })
    .WithPipeline(pipeline => pipeline.FromCodeCommit().WithFiles(app).WithBuild())
    .WaitUntilSteady()
    .Build();

var provisioner = services.GetRequiredService<IProvisioner>();
var plan = await provisioner.PlanAsync(environment, cancellation.Token);
Console.WriteLine($"{plan.Changes.Count()} resources are missing. Time passes {TimeScale:0} times faster.");
await Developer.StoreDockerHubLoginAsync(services.GetRequiredService<IAmazonSecretsManager>(), cancellation.Token);
await using var users = new Users(aws);
var steps = new TenSteps(plan, users, () => Developer.PushFirstImageAsync(services.GetRequiredService<IAmazonECR>(), Name, cancellation.Token));
var made = await provisioner.ApplyAsync(environment, steps, cancellation.Token);
await steps.Pushed;
await users.SeeAsync("v1", cancellation.Token);

// The pipeline started by itself when it was made: it brings what is in its repository.
var pipelines = services.GetRequiredService<IPipelines>();
await Developer.FollowAsync(pipelines, Name, aws.Clock, isQuiet: true, cancellation.Token);

Console.WriteLine($"10. A push to {Name}, and what comes of it");
var commit = await Developer.PushVersion2Async(services.GetRequiredService<IAmazonCodeCommit>(), Name, cancellation.Token);
var result = await Developer.FollowAsync(pipelines, Name, aws.Clock, isQuiet: false, cancellation.Token);
await users.SeeAsync("v2", cancellation.Token);
Console.WriteLine();
Console.WriteLine($"{result.Status}: commit {result.Revisions[0].Id[..8]} is live on http://{made.HostName}/ by {result.DeploymentId}");
var count = await users.LeaveAsync();
Console.WriteLine(count);
return result.Status == PipelineStatus.Succeeded && result.Revisions[0].Id == commit && count.Failed == 0 ? 0 : 3;
