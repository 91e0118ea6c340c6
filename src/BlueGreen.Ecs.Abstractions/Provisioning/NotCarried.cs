namespace BlueGreen.Ecs;

/// <summary>Something of a running service that its description cannot hold.</summary>
/// <param name="Arn">The ARN of what has it.</param>
/// <param name="Message">What was found, and what it means for an environment that is made from the description.</param>
public sealed record NotCarried(string Arn, string Message)
{
    /// <summary>One line: ARN and message.</summary>
    public override string ToString() => $"{Arn}: {Message}";
}
