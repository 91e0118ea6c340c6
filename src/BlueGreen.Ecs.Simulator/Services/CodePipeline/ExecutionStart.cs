namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>How an execution is started.</summary>
/// <param name="TriggerType">What started it: <c>StartPipelineExecution</c>.</param>
/// <param name="TriggerDetail">Who or which, in words.</param>
internal sealed record ExecutionStart(string TriggerType, string TriggerDetail)
{
    /// <summary>Values of the pipeline's variables that differ from their defaults.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Revisions to take, by the source action's name.</summary>
    public IReadOnlyDictionary<string, string> Revisions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
