namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Whether an action is allowed.</summary>
/// <param name="Outcome"><c>allowed</c>, <c>explicitDeny</c> or <c>implicitDeny</c>.</param>
/// <param name="Policies">The policies whose statements decided, with their types.</param>
/// <param name="MissingKeys">The context keys of conditions for which no value was given.</param>
internal sealed record PolicyDecision(string Outcome, IReadOnlyList<(string Name, string Type)> Policies, IReadOnlyList<string> MissingKeys)
{
    public const string AwsManaged = "aws-managed";
    public const string UserManaged = "user-managed";
    public const string Inline = "role";

    public bool IsAllowed => Outcome == "allowed";
}
