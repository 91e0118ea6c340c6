using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Functions that AWS calls behind test traffic.</summary>
internal static class HookScenarios
{
    private const string Function = "smoke-test";

    public static IEnumerable<Scenario> All { get; } =
    [
        Hook("hook: succeeds", _ => HookReply.Succeeded(), Expectation.Success),
        Hook("hook: fails", _ => HookReply.Failed(), Expectation.RolledBack(Stage.TestTraffic, 0) with { Cause = "BG932" }),
        Hook("hook: never answers", _ => HookReply.InProgress(), Expectation.RolledBack(Stage.TestTraffic, 0) with { Cause = "BG933" }) with { RequestsPerSecond = 0.2 },
        Hook("hook: throws", _ => throw new InvalidOperationException("no such table"), Expectation.RolledBack(Stage.TestTraffic, 0) with { Cause = "BG932" }) with { RequestsPerSecond = 0.2 },
        Hook("hook: the function is missing", answer: null, Expectation.RolledBack(Stage.TestTraffic, 0) with { Cause = "BG934" }),
    ];

    private static Scenario Hook(string name, Func<FunctionInvocation, JsonObject?>? answer, Expectation expected) => new(name)
    {
        World = scene =>
        {
            if (answer is not null)
            {
                scene.Simulator.Functions[Function] = answer;
            }
        },
        Deployment = scene => scene.Service.WithHookAsync(scene.Bench, scene.Deploy(), Function).GetAwaiter().GetResult(),
        Expected = expected,
        NotPossible = new Dictionary<Engine, string> { [Engine.TaskSets] = "BG242" },
    };
}
