namespace BlueGreen.Ecs.Provisioning;

/// <summary>What AWS has under the name of a part.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Tags">Its tags; none where it does not matter whose it is.</param>
/// <param name="Value">What AWS says of it, as its part reads it.</param>
internal sealed record FoundPart(string Arn, IReadOnlyDictionary<string, string>? Tags, object Value)
{
    /// <summary>Whether AWS is removing it, and another of its name has to wait.</summary>
    public bool IsGoing { get; init; }

    /// <summary>What AWS says of it.</summary>
    public T As<T>() => (T)Value;
}
