using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG241: the deployment can be held where gates are set.</summary>
internal sealed class GateStageCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        foreach (var gate in facts.Deployment.Gates.DistinctBy(gate => gate.Stage).Where(gate => gate.Stage is not (Stage.Install or Stage.TestTraffic or Stage.ProductionTraffic or Stage.Bake)))
        {
            yield return new("BG241", FindingSeverity.Error, $"Gate({gate.Stage})", "A deployment by task sets can be held at Install, TestTraffic, ProductionTraffic and Bake.", "Move the gate to one of these stages.");
        }
    }
}
