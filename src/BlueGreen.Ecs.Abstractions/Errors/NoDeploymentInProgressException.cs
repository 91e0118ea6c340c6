namespace BlueGreen.Ecs;

/// <summary>There is no deployment to watch.</summary>
/// <param name="subject">The service or the token that was looked for.</param>
public sealed class NoDeploymentInProgressException(string subject)
    : BlueGreenException($"{subject}: no such deployment is running. It has ended, or it was started in another account or region.")
{
    /// <summary>The service or the token that was looked for.</summary>
    public string Subject => subject;
}
