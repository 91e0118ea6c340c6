namespace BlueGreen.Ecs;

/// <summary>How far one of AWS's lifecycle events has come.</summary>
/// <param name="Name">The event in AWS's words, such as <c>AllowTraffic</c>.</param>
/// <param name="Status">Its status in AWS's words, such as <c>Succeeded</c>.</param>
/// <param name="Stage">The stage to which it belongs.</param>
public sealed record LifecycleEventState(string Name, string Status, Stage Stage);
