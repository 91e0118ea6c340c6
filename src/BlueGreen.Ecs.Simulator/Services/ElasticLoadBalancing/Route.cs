namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Where a request goes: to a target, or straight back with an answer of the load balancer's own.</summary>
/// <param name="Ip">The target's address; none for an answer.</param>
/// <param name="Port">The target's port.</param>
/// <param name="StatusCode">The answer's status.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="Location">Where the answer redirects to.</param>
internal sealed record Route(string? Ip, int Port = 0, int StatusCode = 0, string Body = "", string? Location = null)
{
    /// <summary>The target group that was chosen; none for an answer of the load balancer's own.</summary>
    public string? TargetGroupArn { get; init; }
}
