using System.Globalization;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>How production traffic moves, and when.</summary>
public sealed class TrafficTests
{
    [Theory]
    [InlineData("CodeDeployDefault.ECSAllAtOnce", "0:100")]
    [InlineData("CodeDeployDefault.ECSCanary10Percent5Minutes", "0:10 5:100")]
    [InlineData("CodeDeployDefault.ECSCanary10Percent15Minutes", "0:10 15:100")]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery1Minutes", "0:10 1:20 2:30 3:40 4:50 5:60 6:70 7:80 8:90 9:100")]
    [InlineData("CodeDeployDefault.ECSLinear10PercentEvery3Minutes", "0:10 3:20 6:30 9:40 12:50 15:60 18:70 21:80 24:90 27:100")]
    public async Task AllowTraffic_PredefinedConfig_WritesWeightsOnTime(string config, string expected)
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = config);
        var id = world.Deploy();

        world.Finish(id).Text("status").Should().Be("Succeeded");

        var began = EventTime(world.Simulator, id, "AllowTraffic begins");
        var ended = EventTime(world.Simulator, id, "AllowTraffic succeeded");
        var writes = world.Simulator.History
            .Where(one => one.Kind == "listener" && one.Subject == world.Seed.ProductionListenerArn && one.Time >= began)
            .ToList();
        string.Join(' ', writes.Select(one => string.Create(CultureInfo.InvariantCulture, $"{(one.Time - began).TotalMinutes}:{Weight(one, "labo-terraform-admin-2")}")))
            .Should().Be(expected);
        writes.Should().OnlyContain(one => Weight(one, "labo-terraform-admin-1") + Weight(one, "labo-terraform-admin-2") == 100);
        (ended - writes[^1].Time).Should().Be(TimeSpan.FromMilliseconds(400), "there is no pause after the last step");
    }

    [Fact]
    public async Task AllowTraffic_StepThatDoesNotDivide100_EndsWithARest()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("codedeploy", "CreateDeploymentConfig", new()
        {
            ["deploymentConfigName"] = "Thirds",
            ["computePlatform"] = "ECS",
            ["trafficRoutingConfig"] = new System.Text.Json.Nodes.JsonObject
            {
                ["type"] = "TimeBasedLinear",
                ["timeBasedLinear"] = new System.Text.Json.Nodes.JsonObject { ["linearPercentage"] = 30, ["linearInterval"] = 2 },
            },
        });
        var id = world.Deploy(change: input => input["deploymentConfigName"] = "Thirds");

        world.Finish(id).Text("status").Should().Be("Succeeded");

        var began = EventTime(world.Simulator, id, "AllowTraffic begins");
        world.Simulator.History.Where(one => one.Kind == "listener" && one.Subject == world.Seed.ProductionListenerArn && one.Time >= began)
            .Select(one => Weight(one, "labo-terraform-admin-2")).Should().Equal(30, 60, 90, 100);
    }

    [Fact]
    public async Task SecondDeployment_SwapsTheTargetGroups()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Finish(world.Deploy()).Text("status").Should().Be("Succeeded");
        world.Weights().Should().Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["labo-terraform-admin-2"] = 100, ["labo-terraform-admin-1"] = 0 });

        world.Finish(world.Deploy(world.AppSpec(world.Seed.TaskDefinitionArn))).Text("status").Should().Be("Succeeded");

        world.Weights().Should().Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["labo-terraform-admin-1"] = 100, ["labo-terraform-admin-2"] = 0 });
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task AllowTestTraffic_TestListener_ShowsGreenBeforeProduction()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.ReadyWait = TimeSpan.FromMinutes(30));
        var id = world.Deploy();

        world.AdvanceUntil(() => world.Status(id) == "Ready");

        world.Page(world.Seed.TestListenerArn).Should().Contain("v2");
        world.Page().Should().Contain("v1");
    }

    private static DateTimeOffset EventTime(AwsSimulator simulator, string deployment, string message) =>
        simulator.History.Single(one => one.Kind == "deployment" && one.Subject == deployment && one.Message == message).Time;

    // "labo-terraform-admin-2 10, labo-terraform-admin-1 90"
    private static int Weight(SimulatorEvent listener, string group) => int.Parse(
        listener.Message.Split(", ").Single(one => one.StartsWith(group, StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
}
