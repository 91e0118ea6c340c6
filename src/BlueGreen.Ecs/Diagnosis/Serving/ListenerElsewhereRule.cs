namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG919: the production listener forwards to another target group than the deployment's.</summary>
internal sealed class ListenerElsewhereRule : IFailureRule
{
    private const string Fix =
        "Let the production listener forward to the target group of the version that serves, and keep Terraform, CloudFormation and the console from changing its weights (ignore changes of the listener's actions).";

    public string Code => "BG919";

    public CauseDepth Depth => CauseDepth.Refusal;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = evidence.Words.Where(line => line.Contains("must be behind listener", StringComparison.OrdinalIgnoreCase) || line.Contains("Somebody has changed the listener", StringComparison.Ordinal)
            || line.Contains("listener rule with production traffic is gone", StringComparison.Ordinal)).ToList();
        var astray = (evidence.Listeners ?? []).Where(listener => !listener.IsThere || !listener.HasOwn || listener.Strangers.Count > 0).ToList();
        var lines = told.Concat(astray.Select(Describe)).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var subject = astray.FirstOrDefault()?.Arn ?? told.Select(line => Cause.Between($"{line} ", "listener ", " ")).OfType<string>().FirstOrDefault(word => word.StartsWith("arn:", StringComparison.Ordinal)) ?? evidence.Service;
        var message = $"The production listener does not forward to the deployment's target groups as it must: {Cause.Sentence(lines[0])}";
        return told.Count > 0 ? Cause.Certain(Code, subject, message, Fix, lines) : Cause.Possible(Code, subject, message, Fix, lines);
    }

    private static string Describe(Evidence.ListenerSeen listener) =>
        !listener.IsThere ? $"{listener.Arn} is gone"
        : !listener.HasOwn ? $"{listener.Arn} forwards to {(listener.Strangers.Count == 0 ? "no target group" : string.Join(", ", listener.Strangers))}, and to neither target group of the deployment"
        : $"{listener.Arn} also forwards to {string.Join(", ", listener.Strangers)}";
}
