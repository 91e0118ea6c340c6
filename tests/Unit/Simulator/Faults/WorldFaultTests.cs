using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Faults;

/// <summary>What goes wrong in tasks, alarms, and by the hand of others.</summary>
public sealed class WorldFaultTests
{
    [Fact]
    public async Task FailsHealthChecks_OfTheNewImage_TimesTheDeploymentOut()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSCanary10Percent5Minutes");
        world.Simulator.Images[world.Seed.ImageV2].FailsHealthChecks();

        var id = world.Deploy();
        world.Finish(id);

        world.Error(id).Message.Should().Contain("waiting for the replacement task set to become healthy");
    }

    [Fact]
    public async Task StartsSlowly_OfTheNewImage_LetsTheDeploymentWait()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = "CodeDeployDefault.ECSCanary10Percent5Minutes");
        world.Simulator.Images[world.Seed.ImageV2].StartsSlowly(TimeSpan.FromSeconds(20));
        var id = world.Deploy();

        world.AdvanceUntil(() => world.Weights().GetValueOrDefault("labo-terraform-admin-2") > 0);

        world.Target(id)["lifecycleEvents"]![1]!["endTime"]!.GetValue<double>().Should().BeGreaterThan(world.Deployment(id)["createTime"]!.GetValue<double>() + 50, "the first health check finds nobody");
        world.Finish(id)["status"]!.GetValue<string>().Should().Be("Succeeded");
    }

    [Fact]
    public async Task CannotBePulledAndCrashes_OfTheNewImage_StopItsTasks()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV2].CannotBePulled("toomanyrequests");
        world.Deploy();
        world.AdvanceUntil(() => Told(world, "stops: TaskFailedToStart: CannotPullContainerError: toomanyrequests"));

        world.Simulator.Images.Remove(world.Seed.ImageV2);
        world.Simulator.Images[world.Seed.ImageV2].Crashes(TimeSpan.FromSeconds(7), exitCode: 137);

        world.AdvanceUntil(() => Told(world, "stops: EssentialContainerExited: Essential container in task exited"));
    }

    [Fact]
    public async Task GoesOffAfter_InADeployment_StopsIt()
    {
        await using var world = await SeedWorld.CreateAsync(options =>
        {
            options.DeploymentConfigName = "CodeDeployDefault.ECSLinear10PercentEvery1Minutes";
            options.Alarms = ["5xx"];
        });
        var alarm = world.Simulator.Alarms["5xx", world.Seed.Region].GoesOffAfter(TimeSpan.FromMinutes(4)).RecoversAfter(TimeSpan.FromMinutes(10));
        var id = world.Deploy();

        world.Finish(id);

        world.Error(id).Code.Should().Be("ALARM_ACTIVE");
        alarm.State.Should().Be("ALARM");
        world.Advance(TimeSpan.FromMinutes(10));
        alarm.State.Should().Be("OK");
    }

    [Fact]
    public async Task After_SomeoneElseChangesTheListener_TheNextDeploymentFails()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.After(TimeSpan.FromSeconds(1), () => world.Call("elbv2", "ModifyListener", new JsonObject
        {
            ["ListenerArn"] = world.Seed.ProductionListenerArn,
            ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = world.Seed.TargetGroupArns[1] }),
        }));

        var id = world.Deploy();
        world.Finish(id);

        world.Error(id).Should().Be(("ELASTIC_LOAD_BALANCING_INVALID",
            $"The ELB could not be updated due to the following error: Primary taskset target group must be behind listener {world.Seed.ProductionListenerArn}"));
    }

    [Fact]
    public async Task After_WhatThrows_ComesOutOfAdvance()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.After(TimeSpan.FromMinutes(1), () => throw new InvalidOperationException("mine"));

        world.Invoking(one => one.Advance(TimeSpan.FromMinutes(2))).Should().Throw<InvalidOperationException>().WithMessage("mine");
    }

    private static bool Told(SeedWorld world, string message) => world.Simulator.History.Any(one => one.Message == message);
}
