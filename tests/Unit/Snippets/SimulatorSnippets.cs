using Amazon.ECS;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Unit.Simulator;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;
using BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/simulator.md.</summary>
public sealed class SimulatorSnippets
{
    [Fact]
    public async Task FaultsAndTraffic_OfThePage_DoWhatItSays()
    {
        await using var aws = new AwsSimulator();
        var seed = await SeedEnvironment.CreateAsync(aws, cancellationToken: TestContext.Current.CancellationToken);
        var changed = 0;

        aws.Faults.On("codedeploy:CreateDeployment").Call(1).LoseReply().Call(2).Throttle();
        aws.Faults.On("ecs:DescribeServices").Every(3).Fail(500);

        aws.Images["web:v2"].CannotBePulled("manifest unknown");      // or Crashes(after), FailsHealthChecks(), StartsSlowly(time) and others
        aws.Alarms["5xx", "eu-west-1"].GoesOffAfter(TimeSpan.FromMinutes(4)).RecoversAfter(TimeSpan.FromMinutes(10));
        aws.After(TimeSpan.FromMinutes(2), () => ChangeTheListener());

        aws.Callers["AKIADEPLOYER"] = "arn:aws:iam::123456789012:role/deployer";   // clients that sign with new BasicAWSCredentials("AKIADEPLOYER", "any")

        using TrafficFlow flow = aws.Traffic.Start(seed.ProductionListenerArn, perSecond: 10);   // or an address: http://NAME.eu-west-1.elb.amazonaws.com:8080/
        aws.Clock.Advance(TimeSpan.FromMinutes(5));
        Console.WriteLine(flow.Counts);            // while 10 % have moved: v1 200: 2700, v2 200: 300

        changed.Should().Be(1);
        aws.Alarms["5xx", "eu-west-1"].State.Should().Be("ALARM");
        flow.Counts.ToString().Should().Be("v1 200: 3000");

        void ChangeTheListener() => changed++;
    }

    [Fact]
    public async Task Client_InMemory_IsAnswered()
    {
#pragma warning disable MA0040, xUnit1051 // As it stands on the page.
        await using var aws = new AwsSimulator();
        using var ecs = new AmazonECSClient(new BasicAWSCredentials("any", "any"), aws.Connect(new AmazonECSConfig(), "eu-west-1"));
        await ecs.CreateClusterAsync(new() { ClusterName = "web" });
#pragma warning restore MA0040, xUnit1051

        aws.Call("ecs.ListClusters")["clusterArns"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task FunctionForAHook_IsAsked()
    {
        await using var world = new NativeWorld(
            """{"strategy":"BLUE_GREEN","lifecycleHooks":[{"hookTargetArn":"smoke-test","roleArn":"r","lifecycleStages":["POST_TEST_TRAFFIC_SHIFT"]}]}""");
        var simulator = world.Aws;

        simulator.Functions["smoke-test"] = call =>
            call.Payload["lifecycleStage"]!.GetValue<string>() == "POST_TEST_TRAFFIC_SHIFT" ? HookReply.Succeeded() : HookReply.Failed();

        world.Finish(world.Deploy(world.V2)).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task BuildFunction_PushesTheImageThatIsDeployed()
    {
        await using var world = await PipelineWorld.CreateAsync();
        var (aws, repository) = (world.World.Simulator, world.Seed.ImageV1.Split(':')[0]);
        aws.Builds["web-build"] = build =>
        {
            var image = build.PushImage($"{repository}:{build.Environment["IMAGE_TAG"]}");
            return new(SimulatedBuildResult.Succeeded(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["imageDetail.json"] = $$"""{"ImageURI":"{{image}}"}""",
                ["taskdef.json"] = build.Source["taskdef.json"],
                ["appspec.yaml"] = build.Source["appspec.yaml"],
            }));
        };
        world.Push();
        world.CreatePipeline();

        world.Finish().Should().Be("Succeeded");
    }
}
