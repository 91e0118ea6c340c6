namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>Where a listener, or one of its rules, forwards production traffic.</summary>
/// <param name="Arn">The ARN of the listener or of the rule.</param>
/// <param name="Strangers">The target groups, by name, that share traffic with the deployment's own, or have all of it.</param>
/// <param name="HasOwn">Whether it forwards to one of the deployment's own target groups at all.</param>
/// <param name="IsThere">Whether it exists.</param>
internal sealed record ListenerSeen(string Arn, IReadOnlyList<string> Strangers, bool HasOwn, bool IsThere = true);
