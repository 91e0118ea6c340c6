namespace BlueGreen.Ecs.Diagnosis;

/// <summary>BG902: the new version's tasks run and fail the load balancer's health checks.</summary>
internal sealed class UnhealthyTargetsRule : IFailureRule
{
    public Finding? Explain(FailureEvidence evidence)
    {
        var events = evidence.ServiceEvents.Where(text => text.Contains("is unhealthy in", StringComparison.Ordinal)).ToEquatableArray();
        return events.Count == 0 ? null : new Finding(
            "BG902",
            FindingSeverity.Error,
            TargetGroupOf(events[0]),
            $"The new version's tasks fail the load balancer's health checks: {ReasonOf(events[0])}.",
            "Compare the target group's health check (path, port, matcher, time-out) with what the container answers, and let its security group admit the load balancer.")
        { Evidence = events };
    }

    // (service web) (task 1f) is unhealthy in (target-group arn:…) due to (reason Health checks failed with these codes: [500])
    private static string ReasonOf(string text) => Between(text, "(reason ");

    private static string TargetGroupOf(string text) => Between(text, "(target-group ");

    private static string Between(string text, string start)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(')', from);
        return to < 0 ? text : text[(from + start.Length)..to];
    }
}
