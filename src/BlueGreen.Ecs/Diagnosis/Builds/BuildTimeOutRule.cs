using System.Globalization;

namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG713: the build took longer than it may.</summary>
internal sealed class BuildTimeOutRule : IBuildRule
{
    private const int Last = 5;

    public FailureCause? Explain(BuildEvidence evidence)
    {
        if (evidence.Status != "TIMED_OUT" && !evidence.Failed.Any(phase => phase.Status == "TIMED_OUT"))
        {
            return null;
        }

        var phase = evidence.Failed.Select(phase => phase.Type).FirstOrDefault() ?? "unknown";
        var limit = evidence.TimeoutMinutes > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {evidence.TimeoutMinutes} minutes") : string.Empty;
        return Cause.Certain(
            "BG713",
            evidence.Project,
            phase == "QUEUED" ? "The build waited in the queue for longer than it may, and was never begun." : $"The build took longer than its time-out{limit} allows; it was in the phase {phase}.",
            phase == "QUEUED" ? "Raise the account's quota of builds at a time, or the project's queuedTimeoutInMinutes." : "Find what the last command waits for, such as an answer from a terminal or a host that the build does not reach, or raise the project's timeoutInMinutes.",
            evidence.Failed.Select(failed => failed.ToString()).Concat(evidence.Log.TakeLast(Last)));
    }
}
