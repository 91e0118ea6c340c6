using Amazon.ECS;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Tests.Unit.Engines.EcsNative;

public sealed class NativeStrategyTests
{
    public static TheoryData<TrafficShift, string?> Shifts() => new()
    {
        { TrafficShift.AllAtOnce, null },
        { TrafficShift.Canary(0.1, TimeSpan.FromMinutes(1)), null },
        { TrafficShift.Canary(99.9, TimeSpan.FromMinutes(1440)), null },
        { TrafficShift.Canary(0.05, TimeSpan.FromMinutes(1)), "at least 0.1 percent as a canary" },
        { TrafficShift.Canary(1.25, TimeSpan.FromMinutes(1)), "tenths of a percent" },
        { TrafficShift.Canary(10, TimeSpan.FromSeconds(90)), "whole minutes" },
        { TrafficShift.Canary(10, TimeSpan.FromMinutes(1441)), "at most 1440 minutes between two steps" },
        { TrafficShift.Linear(3, TimeSpan.FromMinutes(1)), null },
        { TrafficShift.Linear(12.5, TimeSpan.FromMinutes(1)), null },
        { TrafficShift.Linear(2.9, TimeSpan.FromMinutes(1)), "at least 3 percent a step" },
        { TrafficShift.Linear(100.0 / 3, TimeSpan.FromMinutes(1)), "tenths of a percent" },
        { TrafficShift.Linear(50, TimeSpan.FromMinutes(1440)), null },
        { TrafficShift.Linear(10, TimeSpan.FromMinutes(1440)), "lasts at most 24 hours" },
        { TrafficShift.InSteps(TimeSpan.FromMinutes(1), 1, 5, 100), "not in steps of any size" },
    };

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Limitations_NameTheLimit(TrafficShift shift, string? limitation)
    {
        var found = NativeStrategy.Limitations(shift).ToList();

        if (limitation is null)
        {
            found.Should().BeEmpty();
        }
        else
        {
            found.Should().Contain(one => one.Contains(limitation, StringComparison.Ordinal)).And.OnlyContain(one => one.Contains(shift.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void For_EachShift_HasItsStrategyAndNoOther()
    {
        var atOnce = NativeConfiguration.For(Wanted(TrafficShift.AllAtOnce), new() { Strategy = DeploymentStrategy.CANARY, CanaryConfiguration = new() { CanaryPercent = 5 } });
        var canary = NativeConfiguration.For(Wanted(TrafficShift.Canary(0.5, TimeSpan.FromMinutes(7))), new());
        var linear = NativeConfiguration.For(Wanted(TrafficShift.Linear(12.5, TimeSpan.FromMinutes(3))), new());

        atOnce.Strategy.Value.Should().Be("BLUE_GREEN");
        (canary.Strategy.Value, canary.CanaryConfiguration.CanaryPercent, canary.CanaryConfiguration.CanaryBakeTimeInMinutes).Should().Be(("CANARY", 0.5, 7));
        (linear.Strategy.Value, linear.LinearConfiguration.StepPercent, linear.LinearConfiguration.StepBakeTimeInMinutes).Should().Be(("LINEAR", 12.5, 3));
        new object?[] { atOnce.CanaryConfiguration, atOnce.LinearConfiguration, canary.LinearConfiguration, linear.CanaryConfiguration }.Should().OnlyContain(one => one == null);
    }

    [Fact]
    public void For_WhatTheDeploymentDoesNotSay_StaysAsTheServiceHasIt()
    {
        var present = new Amazon.ECS.Model.DeploymentConfiguration
        {
            BakeTimeInMinutes = 15,
            DeploymentCircuitBreaker = new() { Enable = true, Rollback = false },
            Alarms = new() { AlarmNames = ["a"], Enable = false, Rollback = false },
            MaximumPercent = 200,
            MinimumHealthyPercent = 100,
            LifecycleHooks = [ServiceDeployments.Ours("POST_SCALE_UP"), new() { HookTargetArn = "arn:aws:lambda:eu-west-1:123456789012:function:smoke", LifecycleStages = ["POST_TEST_TRAFFIC_SHIFT"] }],
        };

        var configuration = NativeConfiguration.For(Wanted(TrafficShift.AllAtOnce), present);

        configuration.BakeTimeInMinutes.Should().Be(15);
        configuration.DeploymentCircuitBreaker.Should().BeSameAs(present.DeploymentCircuitBreaker);
        configuration.Alarms.Should().BeSameAs(present.Alarms);
        (configuration.MaximumPercent, configuration.MinimumHealthyPercent).Should().Be((200, 100));
        configuration.LifecycleHooks.Should().ContainSingle("hooks of an earlier deployment's gates go").Which.HookTargetArn.Should().EndWith(":smoke");
    }

    [Fact]
    public void For_Alarms_JoinThoseOfTheServiceUnlessTheyAreOff()
    {
        var wanted = Wanted(TrafficShift.AllAtOnce) with { RollBackTriggers = [RollBackTrigger.Alarm("a"), RollBackTrigger.Alarm("b")] };

        var joined = NativeConfiguration.For(wanted, new() { Alarms = new() { AlarmNames = ["c", "a"], Enable = true, Rollback = false } }).Alarms;
        var alone = NativeConfiguration.For(wanted, new() { Alarms = new() { AlarmNames = ["c"], Enable = false, Rollback = true } }).Alarms;

        joined.AlarmNames.Should().Equal("c", "a", "b");
        (joined.Enable, joined.Rollback).Should().Be((true, true));
        alone.AlarmNames.Should().Equal("a", "b");
    }

    [Fact]
    public void For_Gates_AreOneMarkedHookThatRollsBackAfterADay()
    {
        var wanted = Wanted(TrafficShift.Canary10Percent5Minutes) with
        {
            Gates = [Gate(Stage.TestTraffic), Gate(Stage.TestTraffic), Gate(Stage.ProductionTraffic)],
        };

        var hook = NativeConfiguration.For(wanted, new() { LifecycleHooks = [ServiceDeployments.Ours("PRE_SCALE_UP")] }).LifecycleHooks.Should().ContainSingle().Which;

        hook.LifecycleStages.Should().Equal("POST_TEST_TRAFFIC_SHIFT", "PRE_PRODUCTION_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT");
        (hook.TimeoutConfiguration.TimeoutInMinutes, hook.TimeoutConfiguration.Action.Value).Should().Be((1440, "ROLLBACK"));
        GateHooks.Foreign([hook]).Should().BeEmpty();
    }

    private static Gate Gate(Stage stage) => new(stage, (_, _) => Task.FromResult(GateVerdict.Continue));

    private static Deployment Wanted(TrafficShift shift) => new() { Service = ServiceReference.Parse("web/shop"), Shift = shift };
}
