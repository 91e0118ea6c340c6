using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG244: the two target groups are alike.</summary>
internal sealed class GroupsCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        if (facts is { LiveGroup: { } live, Groups: [var one, var other, ..] } && (one.TargetType != other.TargetType || one.Protocol != other.Protocol || one.ProtocolVersion != other.ProtocolVersion))
        {
            yield return new("BG244", FindingSeverity.Error, live, $"The target groups {one.TargetGroupName} and {other.TargetGroupName} differ in target type or protocol.", "Make both alike, so that either version can serve in either.");
        }
    }
}
