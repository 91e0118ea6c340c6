using BlueGreen.Ecs.Engines.TaskSets;

namespace BlueGreen.Ecs.Preflight.TaskSets;

/// <summary>BG237: weights can give every percentage.</summary>
internal sealed class ShareCheck : ITaskSetCheck
{
    public IEnumerable<Finding> Check(TaskSetFacts facts)
    {
        foreach (var step in facts.Deployment.Shift.Steps.Where(step => !ForwardWeights.IsExact(step.GreenPercent)))
        {
            var weights = ForwardWeights.For(step.GreenPercent);
            yield return new("BG237", FindingSeverity.Warning, $"Shift({facts.Deployment.Shift})", FormattableString.Invariant($"Weights are whole numbers up to 999: {step.GreenPercent} percent cannot be set. The nearest is {weights.GreenPercent:0.####} percent, by weights {weights.Blue} and {weights.Green}."), "Choose a percentage that is a ratio of such numbers, if the difference matters.");
        }
    }
}
