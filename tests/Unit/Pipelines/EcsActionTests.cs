using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Tests.Unit.Deploying;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Pipelines;

/// <summary>The deploy action ECS: of a service that ECS itself deploys blue/green, and of one that rolls.</summary>
public sealed class EcsActionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_NativeBlueGreen_TellsTheServiceDeploymentsEvents()
    {
        await using var bench = await NativeService.CreateAsync();
        var service = bench.Service.Reference.Split('/');
        Call("codecommit", "CreateRepository", new() { ["repositoryName"] = PipelineWorld.Repository });
        Call("codecommit", "CreateCommit", new()
        {
            ["repositoryName"] = PipelineWorld.Repository,
            ["branchName"] = "main",
            ["putFiles"] = new JsonArray(new JsonObject { ["filePath"] = "imagedefinitions.json", ["fileContent"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Definitions(service[1], $"{bench.Service.Image}v2"))) }),
        });
        Call("codepipeline", "CreatePipeline", new() { ["pipeline"] = PipelineWorld.Declaration(PipelineWorld.Source(), Deploy(service[0], service[1])) });
        await using var run = await bench.Clock.DriveAsync(bench.StartProcess(TimeSpan.FromSeconds(1)).Pipelines.AttachAsync(PipelineWorld.Name, cancellationToken: Token));

        var result = await bench.Clock.DriveAsync(run.Completion);
        var events = await run.Events.ToListAsync(Token);

        (result.EnsureSucceeded().DeploymentId, bench.Ask().Keys.Single()).Should().Be((null, "v2"));
        var deployed = events.Where(one => one.Deployment is not null).ToList();
        deployed.Should().OnlyContain(one => one.ExternalId!.Contains(":service-deployment/"));
        deployed.Select(one => one.Deployment!.GreenPercent).Distinct().Should().Equal(0, 100);
        events[^3].Deployment!.Message.Should().Be("deployed");
        events[^2].Message.Should().StartWith("Deploy succeeded");

        void Call(string name, string operation, JsonObject input) => bench.Simulator.Invoke(name, operation, input, bench.Service.Region);
    }

    [Fact]
    public async Task Follow_Rolling_TellsTheActionOnly()
    {
        await using var bench = await PipelineBench.CreateAsync();
        var seed = bench.World.Seed;
        bench.World.Call("ecs.CreateService", new()
        {
            ["cluster"] = seed.ClusterName,
            ["serviceName"] = "rolling",
            ["taskDefinition"] = seed.TaskDefinitionArn,
            ["desiredCount"] = 1,
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
        });
        bench.World.Push(("imagedefinitions.json", Definitions(seed.ServiceName, seed.ImageV2)));
        bench.World.CreatePipeline(PipelineWorld.Source(), Deploy(seed.ClusterName, "rolling"));
        await using var run = await bench.AttachAsync();

        var (result, events) = await bench.FinishAsync(run);

        result.Status.Should().Be(PipelineStatus.Succeeded);
        events.Should().NotContain(one => one.Deployment != null);
        events.Should().Contain(one => one.Stage == "Deploy" && one.ExternalId != null && one.ExternalId.Contains(":task-definition/"));
    }

    private static string Definitions(string container, string image) => new JsonArray(new JsonObject { ["name"] = container, ["imageUri"] = image }).ToJsonString();

    private static JsonObject Deploy(string cluster, string service) =>
        PipelineWorld.Stage("Deploy", PipelineWorld.Action("Deploy", "Deploy", "ECS", new() { ["ClusterName"] = cluster, ["ServiceName"] = service }, ["SourceArtifact"]));
}
