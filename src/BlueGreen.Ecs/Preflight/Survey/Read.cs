namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>What a look has shown, or why nothing is known.</summary>
/// <param name="Value">What was found. Default: nothing is there, or nothing is known.</param>
/// <param name="NotChecked">Why nothing is known. Default: it was looked at.</param>
internal sealed record Read<T>(T? Value, Finding? NotChecked)
    where T : class
{
    /// <summary>Whether it was looked at, and is not there.</summary>
    public bool IsMissing => Value is null && NotChecked is null;
}
