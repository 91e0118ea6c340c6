namespace BlueGreen.Ecs;

/// <summary>A step of a migration.</summary>
/// <param name="Operation">The call, which is also the IAM action that it needs, such as <c>ecs:UpdateService</c>; of what AWS does by itself the service's name.</param>
/// <param name="Subject">What it is done to: an ARN or a name.</param>
/// <param name="Text">What is done, in one sentence.</param>
public sealed record MigrationStep(string Operation, string Subject, string Text)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Operation} {Subject}: {Text}";
}
