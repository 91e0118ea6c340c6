namespace BlueGreen.Ecs;

/// <summary>Something of a service that a migration does not carry over, or that is to be known before.</summary>
/// <param name="Subject">What it is about: an ARN or a name.</param>
/// <param name="Message">What was found, and why it is so.</param>
/// <param name="Fix">What to do.</param>
public sealed record MigrationNote(string Subject, string Message, string Fix)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Subject}: {Message} Fix: {Fix}";
}
