namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>One value of a secret.</summary>
/// <param name="Id">The request's token, or a UUID.</param>
/// <param name="Text">The value as text.</param>
/// <param name="Binary">The value as base64, where it is not text.</param>
/// <param name="CreatedAt">When it was put.</param>
internal sealed record SecretVersion(string Id, string? Text, string? Binary, DateTimeOffset CreatedAt)
{
    public const string Current = "AWSCURRENT";
    public const string Previous = "AWSPREVIOUS";

    /// <summary>The labels that it has; one without any is deprecated.</summary>
    public List<string> Stages { get; } = [];
}
