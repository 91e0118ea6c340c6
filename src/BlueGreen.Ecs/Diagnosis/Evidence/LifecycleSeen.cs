namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>A lifecycle event of CodeDeploy, or a lifecycle stage of ECS.</summary>
/// <param name="Name">Such as <c>Install</c> or <c>SCALE_UP</c>.</param>
/// <param name="Status">Such as <c>Failed</c>.</param>
/// <param name="Diagnostics">What it says of its failure. Default: nothing.</param>
internal sealed record LifecycleSeen(string Name, string Status, string? Diagnostics = null);
