using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/simulator.md, run.</summary>
public sealed class SimulatorSnippets
{
    [Fact]
    public async Task FunctionForAHook_IsAsked()
    {
        await using var world = new NativeWorld(
            """{"strategy":"BLUE_GREEN","lifecycleHooks":[{"hookTargetArn":"smoke-test","roleArn":"r","lifecycleStages":["POST_TEST_TRAFFIC_SHIFT"]}]}""");
        var simulator = world.Aws;

        simulator.Functions["smoke-test"] = call =>
            call.Payload["lifecycleStage"]!.GetValue<string>() == "POST_TEST_TRAFFIC_SHIFT" ? HookReply.Succeeded() : HookReply.Failed();

        world.Finish(world.Deploy(world.V2)).Should().Be("SUCCESSFUL");
    }
}
