using Amazon;
using Amazon.ECS;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of the packages' readmes.</summary>
public sealed class PackageSnippets
{
    [Fact]
    public async Task Library_Change_IsPlanned()
    {
        await using var bench = await Deploying.TestBench.CreateAsync();
        var deployer = bench.Deployer;
        var cancellationToken = TestContext.Current.CancellationToken;

        var deployment = Deployment
            .For("web/labo-terraform-admin")
            .WithTaskDef(running => running with { Cpu = "512", Memory = "1024" }) // the one that runs, with these changes
            .Shift(TrafficShift.Linear(25, TimeSpan.FromMinutes(2)))
            .Build();
        var plan = await deployer.PlanAsync(deployment, cancellationToken);
        foreach (var step in plan.Steps)
        {
            Console.WriteLine($"{step.Stage}: {step.What}");
        }

        plan.TaskDefinition.Cpu.Should().Be("512");
    }

    [Fact]
    public async Task Simulator_FaultyVersion_IsAnsweredByTheLoadBalancer()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        await using var aws = new AwsSimulator();
        var seed = await SeedEnvironment.CreateAsync(aws, cancellationToken: cancellationToken); // a service, version 1 running
        using var ecs = new AmazonECSClient(new BasicAWSCredentials("any", "any"), aws.Connect(new AmazonECSConfig(), seed.Region));

        aws.Images[seed.ImageV2] = new() { Respond = _ => new(502, "broken") };   // how containers behave
        aws.SetAlarmState("5xx-high", "ALARM", region: seed.Region);              // what a metric would do
        aws.Clock.Advance(TimeSpan.FromMinutes(30));                              // what happens meanwhile, happens at once
        var answer = aws.SendRequest(seed.ProductionListenerArn);                 // ask a load balancer
        Console.WriteLine(answer.Version);                                        // the tag that answered: v1

        Uri endpoint = await aws.ListenAsync(cancellationToken: cancellationToken); // for the AWS CLI, boto3 and others

        answer.Version.Should().Be("v1");
        endpoint.IsLoopback.Should().BeTrue();
        (await ecs.ListClustersAsync(new(), cancellationToken)).ClusterArns.Should().ContainSingle();
    }

    internal static async Task ClientsAsync(IServiceCollection services, CancellationToken cancellationToken)
    {
        services.AddAWSService<IAmazonECS>(); // by AWSSDK.Extensions.NETCore.Setup

        using var ecs = new AmazonECSClient(RegionEndpoint.EUWest1);
        var response = await ecs.DescribeServicesAsync(new() { Cluster = "web", Services = ["shop"] }, cancellationToken);
        Console.WriteLine(response.Services[0].Status);
    }
}
