namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>What a policy allows.</summary>
/// <param name="Actions">The actions.</param>
/// <param name="Resources">What they may be done to.</param>
/// <param name="PassedTo">The services to which roles may be passed, as a condition. Default: no condition.</param>
internal sealed record PolicyStatement(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, params IReadOnlyList<string> PassedTo)
{
    /// <summary>The call of ECS that makes what is tagged, where tags may come with it only. Default: no condition.</summary>
    public string? CreateAction { get; init; }
}
