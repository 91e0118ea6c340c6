using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>All checks before a deployment by task sets, in the order in which they report.</summary>
internal static class TaskSetChecks
{
    public static IEnumerable<ITaskSetCheck> All { get; } =
    [
        new PrimaryCheck(),
        new ProductionRuleCheck(),
        new GroupsCheck(),
        new WeightsCheck(),
        new StickinessCheck(),
        new OtherTaskSetsCheck(),
        new GateStageCheck(),
        new ShareCheck(),
        new AlarmCheck(),
        new HooksCheck(),
        new UnusedGroupCheck(),
        new ReturnCheck(),
        new MemoryCheck(),
    ];
}
