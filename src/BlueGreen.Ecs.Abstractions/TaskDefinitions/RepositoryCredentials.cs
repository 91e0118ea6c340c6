namespace BlueGreen.Ecs;

/// <summary>The credentials for a private registry other than ECR. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html">RepositoryCredentials</see>.</summary>
/// <param name="CredentialsParameter">The ARN of the Secrets Manager secret that holds them.</param>
public sealed record RepositoryCredentials(string CredentialsParameter)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
