using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

public sealed class EcsDeployTests
{
    [Fact]
    public async Task ImageDefinitions_RollTheServiceToTheirImage()
    {
        await using var world = await PipelineWorld.CreateAsync();
        Roll(world);
        world.Push(("imagedefinitions.json", new JsonArray(new JsonObject { ["name"] = world.Seed.ServiceName, ["imageUri"] = world.Seed.ImageV2 }).ToJsonString()));
        world.CreatePipeline(PipelineWorld.Source(), Deploy(world));

        world.Finish().Should().Be("Succeeded", world.Error("Deploy"));

        var service = Rolled(world);
        service.Objects("deployments").Should().ContainSingle();
        world.Call("ecs.DescribeTaskDefinition", new() { ["taskDefinition"] = service.Text("taskDefinition") })
            .Object("taskDefinition")!.Objects("containerDefinitions")[0].Text("image").Should().Be(world.Seed.ImageV2);
    }

    [Fact]
    public async Task NoImageDefinitions_IsNamed()
    {
        await using var world = await PipelineWorld.CreateAsync();
        Roll(world);
        world.Push();
        world.CreatePipeline(PipelineWorld.Source(), Deploy(world));

        world.Finish().Should().Be("Failed");

        world.Error("Deploy").Should().StartWith("Did not find the image definition file imagedefinitions.json in the input artifacts ZIP file.");
    }

    [Fact]
    public async Task EcrSource_TagIsPushed_StartsThePipelineWithImageDetail()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.CreatePipeline(
            PipelineWorld.Stage("Source", PipelineWorld.Action("Image", "Source", "ECR", new() { ["RepositoryName"] = world.Seed.ServiceName, ["ImageTag"] = "v2" }, outputs: ["Image"])),
            PipelineWorld.Approval());
        world.World.AdvanceUntil(() => world.LatestAction("Approve") is not null);

        world.Call("ecr.PutImage", new() { ["repositoryName"] = world.Seed.ServiceName, ["imageTag"] = "v2", ["imageManifest"] = """{"schemaVersion":2,"config":{"size":7}}""" });
        world.World.Advance(TimeSpan.FromMinutes(1));

        world.Executions().Should().HaveCount(2);
        world.Executions()[0].Object("trigger")!.Text("triggerType").Should().Be("CloudWatchEvent");
        world.Executions()[0].Objects("sourceRevisions")[0].Text("revisionId").Should().StartWith("sha256:");
    }

    private static JsonObject Deploy(PipelineWorld world) =>
        PipelineWorld.Stage("Deploy", PipelineWorld.Action("Deploy", "Deploy", "ECS", new() { ["ClusterName"] = world.Seed.ClusterName, ["ServiceName"] = "rolling" }, ["SourceArtifact"]));

    private static void Roll(PipelineWorld world) => world.Call("ecs.CreateService", new()
    {
        ["cluster"] = world.Seed.ClusterName,
        ["serviceName"] = "rolling",
        ["taskDefinition"] = world.Seed.TaskDefinitionArn,
        ["desiredCount"] = 1,
        ["launchType"] = "FARGATE",
        ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
    });

    private static JsonObject Rolled(PipelineWorld world) =>
        world.Call("ecs.DescribeServices", new() { ["cluster"] = world.Seed.ClusterName, ["services"] = new JsonArray("rolling") }).Objects("services")[0];
}
