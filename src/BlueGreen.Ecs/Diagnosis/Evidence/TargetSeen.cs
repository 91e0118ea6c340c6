namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>A target in a target group of the new version.</summary>
/// <param name="Group">The target group's ARN.</param>
/// <param name="Target">Address and port: <c>10.0.1.7:5000</c>.</param>
/// <param name="State">Such as <c>unhealthy</c>.</param>
/// <param name="Reason">Such as <c>Target.ResponseCodeMismatch</c>. Default: none.</param>
/// <param name="Description">In words. Default: none.</param>
/// <param name="Check">How the group's health check asks, as <c>GET /health on traffic-port within 6 s, which must answer 200</c>. Default: not known.</param>
internal sealed record TargetSeen(string Group, string Target, string State, string? Reason = null, string? Description = null, string? Check = null)
{
    public override string ToString() => $"target {Target} of {Planning.TargetGroupArn.NameOf(Group)} is {State}{(Reason is null ? string.Empty : $" ({Reason})")}{(string.IsNullOrEmpty(Description) ? string.Empty : $": {Description}")}";
}
