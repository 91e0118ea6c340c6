using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>How long one part is tried: pauses that grow, up to a limit of all pauses together for each reason to wait.</summary>
internal sealed class Patience(TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // A role, and whatever else was just made, is known everywhere within this time.
    private static readonly TimeSpan UntilKnown = TimeSpan.FromMinutes(2);

    // Tasks, network interfaces and load balancers let go of one another within this time.
    private static readonly TimeSpan UntilGone = TimeSpan.FromMinutes(20);

    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private TimeSpan _pause = FirstPause;

    /// <summary>Whether a refusal may be over soon: too many calls, no answer, a role that is not known everywhere yet.</summary>
    public bool Bears(AwsCallException exception) =>
        (PatientCalls.MayPass(exception) || IsTooEarly(exception)) && !IsOver(UntilKnown);

    /// <summary>Whether a refusal to remove may be over soon: something else still uses it.</summary>
    public bool BearsInUse(AwsCallException exception) =>
        Bears(exception) || (IsInUse(exception) && !IsOver(UntilGone));

    /// <summary>Waits until something that was just done is seen.</summary>
    /// <exception cref="ProvisioningStalledException">It is not seen in time.</exception>
    public Task WaitUntilKnownAsync(string id, string reason, CancellationToken cancellationToken) => IsOver(UntilKnown)
        ? throw new ProvisioningStalledException(id, $"AWS has accepted it, and {UntilKnown.TotalMinutes:0} minutes later does not show it. {reason}")
        : PauseAsync(cancellationToken);

    /// <summary>Waits until AWS has removed something.</summary>
    /// <exception cref="ProvisioningStalledException">It is not gone in time.</exception>
    public Task WaitUntilGoneAsync(string id, CancellationToken cancellationToken) => IsOver(UntilGone)
        ? throw new ProvisioningStalledException(id, $"AWS has not removed it within {UntilGone.TotalMinutes:0} minutes. Look what still uses it, and call again.")
        : PauseAsync(cancellationToken);

    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_pause, clock, cancellationToken).ConfigureAwait(false);
        _pause = TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
    }

    private bool IsOver(TimeSpan limit) => clock.GetUtcNow() - _start >= limit;

    // IAM tells other services with a delay: CodeDeploy cannot take on a role that is some seconds old, nor can ECS, CodeBuild and CodePipeline; and ECS makes its own role with the first cluster.
    private static bool IsTooEarly(AwsCallException exception) =>
        exception.ErrorCode?.StartsWith("InvalidRole", StringComparison.Ordinal) is true
        || (exception.ErrorCode is "InvalidParameterException" or "ClientException" or "InvalidInputException" or "InvalidStructureException"
            && (Says(exception, "assume") || Says(exception, "Role is not valid") || Says(exception, "service linked role")));

    private static bool IsInUse(AwsCallException exception) => exception.ErrorCode is { } code
        && (code is "DependencyViolation" or "ResourceInUse" or "ResourceInUseException" or "DeleteConflict" or "DeleteConflictException" or "BucketNotEmpty"
            || code.StartsWith("ClusterContains", StringComparison.Ordinal)
            || (code is "InvalidParameterException" && Says(exception, "cannot be stopped while")));

    private static bool Says(AwsCallException exception, string words) => exception.InnerException?.Message.Contains(words, StringComparison.OrdinalIgnoreCase) is true;
}
