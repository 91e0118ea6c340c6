using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

public sealed class ContainerHealthTests
{
    [Fact]
    public async Task ContainerThatPasses_IsHealthyAfterItsInterval()
    {
        await using var world = await SeedWorld.CreateAsync();
        var definition = WithHealthCheck(world);

        var deployment = world.Deploy(world.AppSpec(definition));
        world.AdvanceUntil(() => New(world, definition).Any(task => task.Text("lastStatus") == "RUNNING"));
        New(world, definition)[0].Text("healthStatus").Should().Be("UNKNOWN");
        world.Advance(TimeSpan.FromSeconds(9));
        New(world, definition)[0].Text("healthStatus").Should().Be("UNKNOWN");
        world.TaskSets()[1].Text("stabilityStatus").Should().Be("STABILIZING");
        world.Advance(TimeSpan.FromSeconds(2));

        New(world, definition)[0].Text("healthStatus").Should().Be("HEALTHY");
        New(world, definition)[0].Objects("containers")[0].Text("healthStatus").Should().Be("HEALTHY");
        world.Finish(deployment).Text("status").Should().Be("Succeeded");
    }

    [Fact]
    public async Task ContainerThatFails_IsReplacedUntilTheDeploymentTimesOut()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV2].FailsItsOwnHealthCheck();
        var definition = WithHealthCheck(world, startPeriod: 15);

        var deployment = world.Deploy(world.AppSpec(definition));
        world.AdvanceUntil(() => New(world, definition).Any(task => task.Text("lastStatus") == "RUNNING"));
        var started = world.Now;
        world.AdvanceUntil(() => New(world, definition, "STOPPED").Count > 0);

        var task = New(world, definition, "STOPPED")[0];
        (world.Now - started).Should().BeCloseTo(TimeSpan.FromSeconds(15 + (2 * 10)), TimeSpan.FromSeconds(6));
        (task.Text("stopCode"), task.Text("stoppedReason"), task.Text("healthStatus")).Should().Be(("ServiceSchedulerInitiated", "Task failed container health checks", "UNHEALTHY"));
        world.ServiceEvents.Should().ContainMatch("* failed container health checks.");
        world.Finish(deployment);
        world.Error(deployment).Message.Should().Contain("waiting for the replacement task set to become healthy");
    }

    [Fact]
    public async Task ContainerThatBreaksLater_IsReplacedToo()
    {
        await using var world = await SeedWorld.CreateAsync();
        var definition = WithHealthCheck(world);
        world.Finish(world.Deploy(world.AppSpec(definition)));
        var before = New(world, definition)[0].Text("taskArn");

        world.Simulator.Images[world.Seed.ImageV2].FailsItsOwnHealthCheck();
        world.Advance(TimeSpan.FromSeconds(40));

        New(world, definition, "STOPPED").Should().Contain(task => task.Text("taskArn") == before && task.Text("stoppedReason") == "Task failed container health checks");
    }

    private static string WithHealthCheck(SeedWorld world, int startPeriod = 0) => world.RegisterChanged(document =>
        document["containerDefinitions"]![0]!["healthCheck"] = new JsonObject
        {
            ["command"] = new JsonArray("CMD-SHELL", "curl -f http://localhost:5000/ || exit 1"),
            ["interval"] = 10,
            ["retries"] = 2,
            ["startPeriod"] = startPeriod,
        });

    private static List<JsonObject> New(SeedWorld world, string definition, string status = "RUNNING") =>
        [.. world.Tasks(status).Where(task => task.Text("taskDefinitionArn") == definition)];
}
