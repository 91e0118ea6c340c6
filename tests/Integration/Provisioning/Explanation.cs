namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>A difference that is meant.</summary>
/// <param name="Path">The field.</param>
/// <param name="Library">What the library makes of it.</param>
/// <param name="ByHand">What it is by hand.</param>
/// <param name="Reason">Why both are right.</param>
internal sealed record Explanation(string Path, string Library, string ByHand, string Reason);
