namespace BlueGreen.Ecs.Provisioning;

/// <summary>How what is there differs from what is wanted.</summary>
/// <param name="Text">In one sentence.</param>
/// <param name="IsForGood">Whether it cannot be changed, or must not be.</param>
/// <param name="Arn">What it lies in. Default: in the part itself.</param>
internal sealed record Difference(string Text, bool IsForGood = false, string? Arn = null);
