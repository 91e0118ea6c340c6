namespace BlueGreen.Ecs.Diagnosis;

/// <summary>All rules, the most telling first: what keeps a task from starting explains what is seen later.</summary>
internal static class FailureRules
{
    private static readonly IFailureRule[] All = [new ImagePullRule(), new ContainerExitRule(), new UnhealthyTargetsRule()];

    public static EquatableArray<Finding> Explain(FailureEvidence evidence) => All.Select(rule => rule.Explain(evidence)).OfType<Finding>().ToEquatableArray();
}
