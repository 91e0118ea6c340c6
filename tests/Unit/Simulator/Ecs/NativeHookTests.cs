using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>Lifecycle hooks of ECS's own deployments: pauses, and functions.</summary>
public sealed class NativeHookTests
{
    private const string Pause = """{"targetType":"PAUSE","lifecycleStages":["POST_TEST_TRAFFIC_SHIFT"]}""";

    [Fact]
    public async Task Pause_UntilContinued_HoldsTheDeployment()
    {
        await using var world = With(Pause);
        var (id, hook) = Paused(world);

        world.Aws.Clock.Advance(TimeSpan.FromHours(3));
        world.Stage(id).Should().Be("POST_TEST_TRAFFIC_SHIFT");
        hook.Text("hookId").Should().StartWith("ecs-pause-");
        hook.Text("timeoutAction").Should().Be("ROLLBACK");
        world.Continue(id, hook.Text("hookId")!);

        Hook(world, id).Text("status").Should().Be("SUCCEEDED");
        world.Finish(id).Should().Be("SUCCESSFUL");
    }

    [Fact]
    public async Task Pause_ContinuedWithRollback_RollsBack()
    {
        await using var world = With(Pause);
        var (id, hook) = Paused(world);
        world.Weights(world.TestListener).Should().Be((0, 100));

        world.Continue(id, hook.Text("hookId")!, "ROLLBACK");

        world.Finish(id).Should().Be("ROLLBACK_SUCCESSFUL");
        world.Weights(world.TestListener).Should().Be((100, 0));
        Hook(world, id).Text("status").Should().Be("FAILED");
        world.Deployment(id).Object("rollback")!.Text("reason").Should().Be("A rollback was requested at a pause hook.");
    }

    [Theory]
    [InlineData("ROLLBACK", "ROLLBACK_SUCCESSFUL")]
    [InlineData("CONTINUE", "SUCCESSFUL")]
    public async Task Pause_NobodyAnswers_EndsWithTheActionOfItsTimeout(string action, string expected)
    {
        await using var world = With($$"""{"targetType":"PAUSE","lifecycleStages":["PRE_SCALE_UP"],"timeoutConfiguration":{"timeoutInMinutes":7,"action":"{{action}}"} }""");
        var (id, hook) = Paused(world);

        hook.Number("expiresAt").Should().BeApproximately(((DateTimeOffset)world.Now).EpochSeconds() + 420, 2);
        world.Finish(id).Should().Be(expected);

        Hook(world, id).Text("status").Should().Be("TIMED_OUT");
    }

    [Fact]
    public async Task Continue_WhereNothingWaits_IsRefused()
    {
        await using var world = With(Pause);
        var (id, hook) = Paused(world);

        Refused(() => world.Continue(id, "ecs-pause-0")).Should().Be("InvalidParameterException");
        Refused(() => world.Continue(id + "0", hook.Text("hookId")!)).Should().Be("ServiceDeploymentNotFoundException");
        world.Continue(id, hook.Text("hookId")!);
        Refused(() => world.Continue(id, hook.Text("hookId")!)).Should().Be("InvalidParameterException");
        world.Finish(id);
        Refused(() => world.Continue(id, hook.Text("hookId")!)).Should().Be("InvalidParameterException");
    }

    [Fact]
    public async Task Lambda_InProgress_IsInvokedAgainAfterItsDelay()
    {
        await using var world = With(Lambda("smoke", "POST_TEST_TRAFFIC_SHIFT", ""","hookDetails":{"path":"/health"}"""));
        var calls = new List<FunctionInvocation>();
        world.Aws.Functions["smoke"] = call =>
        {
            calls.Add(call);
            return calls.Count switch { 1 => HookReply.InProgress(), 2 => HookReply.InProgress(TimeSpan.FromSeconds(90)), _ => HookReply.Succeeded() };
        };

        var id = world.Deploy(world.V2);
        world.Finish(id).Should().Be("SUCCESSFUL");

        calls.Zip(calls.Skip(1), (one, next) => (next.Time - one.Time).TotalSeconds).Should().Equal(30, 90);
        var payload = calls[0].Payload;
        payload.Text("lifecycleStage").Should().Be("POST_TEST_TRAFFIC_SHIFT");
        payload.Text("resourceArn").Should().Be(id);
        payload.Object("hookDetails")!.Text("path").Should().Be("/health");
        calls.Select(call => call.Payload.Text("executionId")).Distinct(StringComparer.Ordinal).Should().ContainSingle();
        var details = payload.Object("executionDetails")!;
        details.Object("testTrafficWeights")!.Number(details.Text("targetServiceRevisionArn")!).Should().Be(100);
        details.Object("productionTrafficWeights")!.Number(details.Text("targetServiceRevisionArn")!).Should().Be(0);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("throws")]
    [InlineData("silent")]
    [InlineData("missing")]
    public async Task Lambda_ThatDoesNotSucceed_RollsBack(string behavior)
    {
        await using var world = With(Lambda("smoke", "POST_PRODUCTION_TRAFFIC_SHIFT"));
        if (behavior != "missing")
        {
            world.Aws.Functions["smoke"] = _ => behavior switch
            {
                "FAILED" => HookReply.Failed(),
                "throws" => throw new InvalidOperationException("broken"),
                _ => null,
            };
        }

        var id = world.Deploy(world.V2);

        world.Follow(id, () => world.Weights().Green).Should().Equal(0, 100, 0);
        world.Status(id).Should().Be("ROLLBACK_SUCCESSFUL");
        world.Deployment(id).Text("statusReason").Should().Contain("function:smoke");
        world.Service().Text("taskDefinition").Should().Be(world.V1);
        world.Service().Objects("deployments").Should().ContainSingle().Which.Text("status").Should().Be("PRIMARY");
        world.Page().Should().Contain("v1");
    }

    [Fact]
    public async Task Lambda_AtTheTrafficShifts_IsInvokedAgainByTheRollback()
    {
        await using var world = With($"{Lambda("shift", "TEST_TRAFFIC_SHIFT\",\"PRODUCTION_TRAFFIC_SHIFT")},{Lambda("red", "POST_PRODUCTION_TRAFFIC_SHIFT")}");
        var stages = new List<string>();
        world.Aws.Functions["shift"] = call =>
        {
            stages.Add(call.Payload.Text("lifecycleStage")!);
            return HookReply.Succeeded();
        };
        world.Aws.Functions["red"] = _ => HookReply.Failed();

        world.Finish(world.Deploy(world.V2)).Should().Be("ROLLBACK_SUCCESSFUL");

        stages.Should().Equal("TEST_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "TEST_TRAFFIC_SHIFT");
    }

    [Fact]
    public async Task Lambda_FailingInTheRollback_FailsTheRollback()
    {
        await using var world = With(Lambda("shift", "PRODUCTION_TRAFFIC_SHIFT"));
        world.Aws.Functions["shift"] = _ => HookReply.Failed();

        var id = world.Deploy(world.V2);

        world.Finish(id).Should().Be("ROLLBACK_FAILED");
        world.Weights().Should().Be((100, 0), "the traffic went back first");
        world.Aws.Functions["shift"] = _ => HookReply.Succeeded();
        world.Finish(world.Deploy(world.V3)).Should().Be("SUCCESSFUL", "the next deployment puts the service in order");
        world.Told(world.Latest).Should().Contain("RECONCILE_SERVICE");
    }

    [Fact]
    public async Task Lambda_BeforeEachStep_IsInvokedOncePerStep()
    {
        await using var world = new NativeWorld(
            $$"""{"strategy":"LINEAR","linearConfiguration":{"stepPercent":25,"stepBakeTimeInMinutes":1},"lifecycleHooks":[{{Lambda("gate", "PRE_PRODUCTION_TRAFFIC_SHIFT")}}]}""");
        var weights = new List<int>();
        world.Aws.Functions["gate"] = _ =>
        {
            weights.Add(world.Weights().Green);
            return HookReply.Succeeded();
        };

        world.Finish(world.Deploy(world.V2)).Should().Be("SUCCESSFUL");

        weights.Should().Equal(0, 25, 50, 75);
    }

    [Theory]
    [InlineData("""{"strategy":"CANARY","canaryConfiguration":{"canaryPercent":0.05}}""")]
    [InlineData("""{"strategy":"CANARY","canaryConfiguration":{"canaryPercent":12.34}}""")]
    [InlineData("""{"strategy":"LINEAR","linearConfiguration":{"stepPercent":2.9}}""")]
    [InlineData("""{"strategy":"BLUE_GREEN","bakeTimeInMinutes":1441}""")]
    [InlineData("""{"strategy":"BLUE_GREEN","linearConfiguration":{"stepPercent":10}}""")]
    [InlineData("""{"lifecycleHooks":[{"targetType":"PAUSE","lifecycleStages":["PRODUCTION_TRAFFIC_SHIFT"]}]}""")]
    [InlineData("""{"lifecycleHooks":[{"targetType":"PAUSE","lifecycleStages":["PRE_SCALE_UP"],"timeoutConfiguration":{"timeoutInMinutes":20161}}]}""")]
    [InlineData("""{"lifecycleHooks":[{"lifecycleStages":["PRE_SCALE_UP"],"hookTargetArn":"f"}]}""")]
    [InlineData("""{"lifecycleHooks":[{"targetType":"PAUSE","lifecycleStages":[]}]}""")]
    [InlineData("""{"lifecycleHooks":[{"targetType":"PAUSE","lifecycleStages":["SCALE_UP"]}]}""")]
    public async Task UpdateService_ConfigurationOutOfBounds_IsRefused(string configuration)
    {
        await using var world = new NativeWorld();

        Refused(() => world.Deploy(world.V2, configuration)).Should().Be("InvalidParameterException");

        world.Latest.Should().Be(world.First);
    }

    private static NativeWorld With(string hooks) => new($$"""{"strategy":"BLUE_GREEN","lifecycleHooks":[{{hooks}}]}""");

    private static string Lambda(string function, string stages, string more = "") =>
        $$"""{"hookTargetArn":"arn:aws:lambda:eu-west-1:123456789012:function:{{function}}","roleArn":"arn:aws:iam::123456789012:role/hooks","lifecycleStages":["{{stages}}"]{{more}}}""";

    private static (string Id, JsonObject Hook) Paused(NativeWorld world)
    {
        var id = world.Deploy(world.V2);
        world.AdvanceUntil(() => world.Deployment(id).Objects("lifecycleHookDetails").Any(hook => hook.Text("status") == "AWAITING_ACTION"));
        return (id, Hook(world, id));
    }

    private static JsonObject Hook(NativeWorld world, string id) => world.Deployment(id).Objects("lifecycleHookDetails")[0];

    private static string Refused(Action calling) => calling.Should().Throw<AwsErrorException>().Which.Code;
}
