namespace BlueGreen.Ecs.Simulator;

/// <summary>How many requests were answered alike.</summary>
/// <param name="ListenerArn">The listener that received them.</param>
/// <param name="Version">The tag of the image that answered; <see langword="null"/> where the load balancer answered itself.</param>
/// <param name="StatusCode">The HTTP status of the answers.</param>
/// <param name="Requests">How many.</param>
public sealed record TrafficCount(string ListenerArn, string? Version, int StatusCode, long Requests);
