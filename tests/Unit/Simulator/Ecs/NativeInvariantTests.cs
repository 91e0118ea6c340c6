using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>What holds at every moment of ECS's own deployments, whatever is called when.</summary>
public sealed class NativeInvariantTests
{
    private static readonly string[] Strategies = ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"];

    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], (version, strategy) => new Step(Act.Deploy, version, Strategies[strategy])),
        Gen.Enum<Act>().Where(act => act is not (Act.Deploy or Act.Wait)).Select(act => new Step(act, 0, "")),
        Gen.Int[1, 400].Select(seconds => new Step(Act.Wait, seconds, "")));

    private static readonly Gen<Step[]> Cases = Steps.Array[1, 14];

    [Fact]
    public Task AnyCalls_AtAnyTime_KeepTheTrafficOnHealthyTasks() => Cases.SampleAsync(CheckAsync, iter: 60, threads: 1);

    [Fact]
    public async Task SameSeedAndCalls_GiveTheSameHistory()
    {
        var first = await HistoryAsync();
        var second = await HistoryAsync();

        second.Should().Equal(first);

        static async Task<IReadOnlyList<SimulatorEvent>> HistoryAsync()
        {
            await using var world = new NativeWorld();
            world.Finish(world.Deploy(world.V2));
            return world.Aws.History;
        }
    }

    private static async Task CheckAsync(Step[] steps)
    {
        await using var world = new NativeWorld(Configuration("BLUE_GREEN"));
        var watch = new Watch(world);
        foreach (var step in steps)
        {
            Do(world, step);
            watch.Pass(step.Act == Act.Wait ? step.Number : 7);
        }

        // Whatever was done, a sound deployment brings the service back into order.
        world.Aws.Images.Clear();
        world.Aws.SetAlarmState("5xx", "OK", region: SimulatorCalls.Region);
        watch.Pass(1200);
        var last = world.Deploy(world.V3, Configuration("BLUE_GREEN", hooks: false));
        world.Call("ecs.UpdateService", """{"cluster":"c","service":"s","forceNewDeployment":true}""");
        last = world.Latest;
        world.AdvanceUntil(
            () =>
            {
                watch.Check();
                return world.IsOver(last);
            },
            stepSeconds: 20);
        world.Status(last).Should().Be("SUCCESSFUL");
        world.Page().Should().Contain("v3");
        world.Service().Objects("deployments").Should().ContainSingle();
    }

    private static void Do(NativeWorld world, Step step)
    {
        try
        {
            switch (step.Act)
            {
                case Act.Deploy:
                    world.Deploy(step.Number == 0 ? world.V1 : step.Number == 1 ? world.V2 : world.V3, Configuration(step.Strategy));
                    break;
                case Act.RollBack or Act.Abort:
                    world.Stop(world.Latest, step.Act == Act.Abort ? "ABORT" : null);
                    break;
                case Act.Continue:
                    world.Continue(world.Latest, world.Deployment(world.Latest).Objects("lifecycleHookDetails") is [.., var last] ? last.Text("hookId")! : "none");
                    break;
                case Act.Scale:
                    world.Call("ecs.UpdateService", """{"cluster":"c","service":"s","desiredCount":3}""");
                    break;
                case Act.Break:
                    world.Aws.Images[NativeWorld.Image("v2")] = new ImageBehavior { PullError = "gone" };
                    break;
                case Act.Mend:
                    world.Aws.Images.Clear();
                    world.Aws.SetAlarmState("5xx", "OK", region: SimulatorCalls.Region);
                    break;
                case Act.Alarm:
                    world.Aws.SetAlarmState("5xx", "ALARM", region: SimulatorCalls.Region);
                    break;
                default:
                    break;
            }
        }
        catch (AwsErrorException refused)
        {
            refused.Code.Should().BeOneOf("ConflictException", "InvalidParameterException");
        }
    }

    private static string Configuration(string strategy, bool hooks = true) => $$"""
        {"strategy":"{{strategy}}","bakeTimeInMinutes":2,
         "deploymentCircuitBreaker":{"enable":true,"rollback":true},
         "alarms":{"alarmNames":["5xx"],"enable":true,"rollback":true},
         "lifecycleHooks":[{{(hooks ? """{"targetType":"PAUSE","lifecycleStages":["POST_TEST_TRAFFIC_SHIFT"],"timeoutConfiguration":{"timeoutInMinutes":3,"action":"CONTINUE"}}""" : "")}}]}
        """;

    private enum Act
    {
        Deploy,
        RollBack,
        Abort,
        Continue,
        Scale,
        Break,
        Mend,
        Alarm,
        Wait,
    }

    private sealed record Step(Act Act, int Number, string Strategy);

    private sealed class Watch(NativeWorld world)
    {
        private readonly Dictionary<string, string> _ended = new(StringComparer.Ordinal);

        public void Pass(int seconds)
        {
            for (var passed = 0; passed < seconds; passed += 7)
            {
                Check();
                world.Aws.Clock.Advance(TimeSpan.FromSeconds(7));
            }

            Check();
        }

        public void Check()
        {
            var weights = world.Weights();
            (weights.Blue + weights.Green).Should().BePositive();
            CheckGroup(world.Blue, weights.Blue);
            CheckGroup(world.Green, weights.Green);
            var service = world.Service();
            service.Objects("deployments").Count.Should().BeLessThanOrEqualTo(5);
            service.Objects("deployments").Should().ContainSingle(one => one.Text("status") == "PRIMARY");
            var all = world.Call("ecs.ListServiceDeployments", """{"cluster":"c","service":"s","maxResults":100}""").Objects("serviceDeployments");
            all.Count(one => one["startedAt"] is not null && one["finishedAt"] is null).Should().BeLessThanOrEqualTo(1, "deployments run one after the other");
            foreach (var one in all.Where(one => one["finishedAt"] is not null))
            {
                var (arn, status) = (one.Text("serviceDeploymentArn")!, one.Text("status")!);
                _ended.TryAdd(arn, status);
                status.Should().Be(_ended[arn], "a terminal status never changes").And.BeOneOf("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");
            }
        }

        private void CheckGroup(string group, int weight)
        {
            if (weight > 0)
            {
                var health = world.Call("elbv2.DescribeTargetHealth", $$"""{"TargetGroupArn":"{{group}}"}""").Objects("TargetHealthDescriptions");
                health.Should().Contain(one => one.Object("TargetHealth")!.Text("State") == "healthy", "production traffic goes to {0}", group);
            }
        }
    }
}
