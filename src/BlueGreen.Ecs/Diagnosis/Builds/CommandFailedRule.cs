namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG712: a command failed, and no other rule knows why.</summary>
internal sealed class CommandFailedRule : IBuildRule
{
    private const int LinesBefore = 8;

    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.Failed.FirstOrDefault(phase => phase.Code == "COMMAND_EXECUTION_ERROR") is { } phase
            ? Cause.Likely("BG712", evidence.Project, $"A command of the phase {phase.Type} failed: {phase.Message}", "Read what the command printed, and run it in the build's image.", [phase.ToString(), .. Printed(evidence)])
            : null;

    // Later phases go on printing; what counts stands before the first command that the log calls failed.
    private static IEnumerable<string> Printed(BuildEvidence evidence)
    {
        var end = evidence.Log.ToList().FindIndex(line => line.Contains("Command did not exit successfully", StringComparison.Ordinal));
        return end < 0 ? evidence.Log.TakeLast(LinesBefore) : evidence.Log.Take(end).TakeLast(LinesBefore);
    }
}
