namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>A target's health in AWS's words.</summary>
/// <param name="State"><c>initial</c>, <c>healthy</c>, <c>unhealthy</c>, <c>unused</c> or <c>draining</c>.</param>
/// <param name="Reason">Such as <c>Target.ResponseCodeMismatch</c>; none when healthy.</param>
/// <param name="Description">Such as <c>Health checks failed with these codes: [502]</c>; none when healthy.</param>
internal sealed record TargetHealth(string State, string? Reason = null, string? Description = null);
