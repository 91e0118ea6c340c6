namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>A container of a task.</summary>
/// <param name="Name">Its name in the task definition.</param>
/// <param name="Image">Its image.</param>
/// <param name="ExitCode">The code with which it ended. Default: it has not ended, or never ran.</param>
/// <param name="Reason">What ECS says of it. Default: nothing.</param>
/// <param name="Health"><c>HEALTHY</c>, <c>UNHEALTHY</c> or <c>UNKNOWN</c>.</param>
internal sealed record ContainerSeen(string Name, string? Image = null, int? ExitCode = null, string? Reason = null, string? Health = null);
