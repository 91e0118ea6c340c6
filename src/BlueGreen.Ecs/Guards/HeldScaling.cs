namespace BlueGreen.Ecs.Guards;

/// <summary>Scaling that a deployment has suspended, and not restored yet.</summary>
/// <param name="Former">What rested before.</param>
/// <param name="Owner">The deployment, or the start of one. <see langword="null"/> when that was not written.</param>
internal sealed record HeldScaling(ScalingSuspension Former, string? Owner);
