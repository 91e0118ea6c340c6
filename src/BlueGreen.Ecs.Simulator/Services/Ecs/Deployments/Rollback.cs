namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Why, since when and to which revision a deployment goes back.</summary>
internal sealed record Rollback(string Reason, DateTimeOffset StartedAt, string RevisionArn);
