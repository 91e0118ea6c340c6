namespace BlueGreen.Ecs;

/// <summary>How ECS logs in to an FSx for Windows file system. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerAuthorizationConfig.html">FSxWindowsFileServerAuthorizationConfig</see>.</summary>
/// <param name="CredentialsParameter">The ARN of the secret or parameter that holds user and password.</param>
/// <param name="Domain">The name of the Active Directory domain.</param>
public sealed record FsxWindowsFileServerAuthorizationConfig(string CredentialsParameter, string Domain)
{
    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
