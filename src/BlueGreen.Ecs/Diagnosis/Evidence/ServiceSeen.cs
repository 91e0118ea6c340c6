namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>A service as ECS has it now.</summary>
/// <param name="Status"><c>ACTIVE</c>, <c>DRAINING</c>, <c>INACTIVE</c>, or <c>MISSING</c> when ECS knows it no more.</param>
/// <param name="Events">Its events since the deployment began, newest first, without those of the other target groups.</param>
/// <param name="GracePeriod">How long after its start a task may fail health checks, in seconds.</param>
internal sealed record ServiceSeen(string Status, IReadOnlyList<string> Events, int GracePeriod = 0);
