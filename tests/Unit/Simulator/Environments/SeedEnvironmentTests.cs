using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Environments;

public sealed class SeedEnvironmentTests
{
    [Fact]
    public async Task CreateAsync_InVirtualTime_ServesVersion1()
    {
        await using var world = await SeedWorld.CreateAsync();

        world.Service().Int("runningCount").Should().Be(2);
        world.TaskSets().Should().ContainSingle().Which.Text("status").Should().Be("PRIMARY");
        world.Service().Objects("deployments").Should().BeEmpty();
        world.Page().Should().Contain("v1");
        world.Weights().Should().Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["labo-terraform-admin-1"] = 100 });
    }

    [Fact]
    public async Task Deploy_Version2_ChangesThePage()
    {
        await using var world = await SeedWorld.CreateAsync();

        var deployment = world.Finish(world.Deploy());

        deployment.Text("status").Should().Be("Succeeded", deployment.ToJsonString());
        world.Page().Should().Contain("v2");
    }
}
