namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>What a role of an environment is for.</summary>
/// <param name="Resource">Its name.</param>
/// <param name="Use">What it is called in messages.</param>
/// <param name="Service">Who takes it on.</param>
/// <param name="ManagedPolicy">The policy of AWS that it gets, without the ARN's beginning. Default: none.</param>
/// <param name="InlinePolicy">The policy document that it gets, by what is known of what it names. Default: none.</param>
internal sealed record RoleWish(EnvironmentResource Resource, string Use, string Service, string? ManagedPolicy, Func<KnownParts, string?> InlinePolicy)
{
    /// <summary>The ids of the parts that <see cref="InlinePolicy"/> asks for. Default: none.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>What the role's description says.</summary>
    public string DescriptionIn(BlueGreenEnvironment environment) => $"The {Use} of the environment {environment.Name}.";
}
