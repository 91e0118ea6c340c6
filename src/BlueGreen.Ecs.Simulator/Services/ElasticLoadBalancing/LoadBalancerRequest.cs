namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>What a load balancer looks at when it decides where a request goes.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Host">The host header.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query, with or without the question mark.</param>
/// <param name="Header">A header's value, or none.</param>
internal sealed record LoadBalancerRequest(string Method, string Host, string Path, string Query, Func<string, string?> Header);
