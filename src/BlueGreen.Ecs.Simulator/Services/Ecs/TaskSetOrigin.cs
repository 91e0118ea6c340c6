namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Who makes a task set, and at which scale in percent.</summary>
internal sealed record TaskSetOrigin(double Scale, string? StartedBy = null, string? ExternalId = null, bool IsPrimary = false, string? ClientToken = null);
