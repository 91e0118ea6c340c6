namespace BlueGreen.Ecs;

/// <summary>A ready-made question for a gate: <c>HttpProbe</c>, <c>MetricGate</c>, <c>ManualApproval</c>, or one of your own.</summary>
public interface IGate
{
    /// <summary>Decides whether a deployment goes on. It may take its time; an exception rolls the deployment back.</summary>
    /// <param name="context">What the gate may know.</param>
    /// <param name="cancellationToken">Cancelled when the deployment has ended meanwhile, or is no longer watched.</param>
    Task<GateVerdict> DecideAsync(GateContext context, CancellationToken cancellationToken);
}
