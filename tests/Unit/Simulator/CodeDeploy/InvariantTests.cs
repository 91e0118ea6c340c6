using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeDeploy;

/// <summary>What holds at every moment of any deployment, whatever goes wrong in it.</summary>
public sealed class InvariantTests
{
    private static readonly string[] Configs =
    [
        "CodeDeployDefault.ECSAllAtOnce", "CodeDeployDefault.ECSCanary10Percent5Minutes", "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    ];

    private static readonly Gen<Case> Cases =
        from config in Gen.Int[0, Configs.Length - 1]
        from tasks in Gen.Int[1, 4]
        from hasTest in Gen.Bool
        from fault in Gen.Enum<Fault>()
        from stopAfter in Gen.Int[1, 900]
        select new Case(Configs[config], tasks, hasTest, fault, stopAfter);

    [Fact]
    public Task AnyDeployment_AtEveryMoment_KeepsTheRules() => Cases.SampleAsync(CheckAsync, iter: 30, threads: 1);

    [Fact]
    public async Task SameSeedAndCalls_GiveTheSameHistory()
    {
        var first = await HistoryAsync();
        var second = await HistoryAsync();

        second.Should().Equal(first);

        static async Task<IReadOnlyList<SimulatorEvent>> HistoryAsync()
        {
            await using var world = await SeedWorld.CreateAsync(seed: 7);
            world.Finish(world.Deploy());
            return world.Simulator.History;
        }
    }

    private static async Task CheckAsync(Case one)
    {
        await using var world = await SeedWorld.CreateAsync(options =>
        {
            options.DeploymentConfigName = one.Config;
            options.DesiredCount = one.Tasks;
            options.TestPort = one.HasTestListener ? 8081 : null;
            options.TerminationWait = TimeSpan.FromMinutes(2);
        });
        if (one.Fault is Fault.PullError or Fault.Exits or Fault.Unhealthy)
        {
            world.Simulator.Images[world.Seed.ImageV2] = new ImageBehavior
            {
                PullError = one.Fault is Fault.PullError ? "gone" : null,
                ExitCode = one.Fault is Fault.Exits ? 1 : null,
                Respond = one.Fault is Fault.Unhealthy ? _ => new SimulatedResponse(500, "broken") : null,
            };
        }

        var watch = new Watch(world, one.Tasks);
        var id = world.Deploy(one.Fault is Fault.WrongContainer ? world.AppSpec(world.Seed.TaskDefinitionArn, container: "other") : null);
        watch.Follow(id, one.Fault is Fault.Stop ? TimeSpan.FromSeconds(one.StopAfterSeconds) : null);
        if (world.Deployment(id).Object("rollbackInfo")?.Text("rollbackDeploymentId") is { } rollback)
        {
            watch.Follow(rollback, stopAfter: null);
            world.Weights().GetValueOrDefault("labo-terraform-admin-1").Should().Be(100, "a rollback gives all traffic back");
        }

        watch.CheckEnd(id);
    }

    private enum Fault
    {
        None,
        PullError,
        Exits,
        Unhealthy,
        WrongContainer,
        Stop,
    }

    private sealed record Case(string Config, int Tasks, bool HasTestListener, Fault Fault, int StopAfterSeconds);

    private sealed class Watch(SeedWorld world, int tasks)
    {
        private int _green;

        public void Follow(string id, TimeSpan? stopAfter)
        {
            var began = world.Now;
            while (!world.IsOver(id))
            {
                Check(id);
                world.Advance(TimeSpan.FromSeconds(19));
                if (world.Now - began >= stopAfter && !world.IsOver(id))
                {
                    world.Call("codedeploy", "StopDeployment", new() { ["deploymentId"] = id });
                }
            }

            Check(id);
        }

        public void CheckEnd(string id)
        {
            var (status, error) = (world.Status(id), world.Error(id));
            world.Advance(TimeSpan.FromMinutes(30));
            world.Status(id).Should().Be(status, "a terminal status never changes");
            world.Error(id).Should().Be(error);
            world.TaskSets().Should().ContainSingle().Which.Text("status").Should().Be("PRIMARY");
            world.Page().Contains("v1", StringComparison.Ordinal).Should().Be(status != "Succeeded");
        }

        private void Check(string id)
        {
            var deployment = world.Deployment(id);
            var sets = world.TaskSets();
            sets.Should().ContainSingle(set => set.Text("status") == "PRIMARY");
            sets.Sum(set => set.Int("computedDesiredCount")).Should().BeLessThanOrEqualTo(2 * tasks);
            world.Weights().Values.Sum().Should().Be(100);
            (deployment["deploymentOverview"] is null).Should().Be(!world.IsOver(id));
            Active().Should().BeLessThanOrEqualTo(1);
            var green = world.Weights().GetValueOrDefault("labo-terraform-admin-2");
            if (deployment.Text("creator") == "user")
            {
                green.Should().BeGreaterThanOrEqualTo(_green, "green's share grows until it is rolled back");
            }

            _green = green;
            if (deployment["startTime"] is not null)
            {
                CheckEvents(id);
            }
        }

        private void CheckEvents(string id)
        {
            var order = new[] { "Succeeded", "Failed", "InProgress", "Pending", "Skipped" };
            var events = world.Target(id).Objects("lifecycleEvents").Select(one => Array.IndexOf(order, one.Text("status"))).ToList();
            events.Should().BeInAscendingOrder("an event begins when the one before has succeeded, and those after a failure are skipped");
            events.Count(one => one is 1 or 2).Should().BeLessThanOrEqualTo(1);
        }

        private int Active() => world.Call("codedeploy", "ListDeployments", new()
        {
            ["applicationName"] = world.Seed.ApplicationName,
            ["deploymentGroupName"] = world.Seed.DeploymentGroupName,
            ["includeOnlyStatuses"] = new System.Text.Json.Nodes.JsonArray("Created", "InProgress", "Ready"),
        }).Texts("deployments").Count;
    }
}
