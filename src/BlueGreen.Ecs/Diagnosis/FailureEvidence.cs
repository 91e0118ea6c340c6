using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>What ECS says of the new version of a deployment that failed; rules look only at this.</summary>
/// <param name="ServiceEvents">The service's events since the deployment began that speak of the new version's target group, newest first.</param>
/// <param name="StoppedTasks">The new version's tasks that have stopped.</param>
internal sealed record FailureEvidence(IReadOnlyList<string> ServiceEvents, IReadOnlyList<Aws.Task> StoppedTasks);
