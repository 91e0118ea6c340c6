namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The function of a hook that failed, or is waited for.</summary>
/// <param name="Function">Its name or ARN.</param>
/// <param name="HasLog">Whether it has ever written a log; <see langword="null"/> when that could not be looked at.</param>
/// <param name="Lines">The last lines of its log.</param>
internal sealed record HookSeen(string Function, bool? HasLog, IReadOnlyList<string> Lines);
