using Amazon.Runtime;

namespace BlueGreen.Ecs.Planning;

/// <summary>Calls that may be repeated, because doing twice what they do is doing it once.</summary>
internal static class PatientCalls
{
    private const int Most = 5;
    private const int MostThrottled = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Makes a call, and again when it was throttled, failed on AWS's side or got no answer.</summary>
    /// <param name="call">Makes the call.</param>
    /// <param name="clock">The clock of the pauses between two calls, which grow.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AwsCallException">AWS refused it, or the last call failed.</exception>
    public static Task<T> RepeatAsync<T>(Func<Task<T>> call, TimeProvider clock, CancellationToken cancellationToken) =>
        RepeatAsync(call, Most, MayPass, clock, cancellationToken);

    /// <inheritdoc cref="RepeatAsync{T}(Func{Task{T}}, TimeProvider, CancellationToken)" />
    public static async Task RepeatAsync(Func<Task> call, TimeProvider clock, CancellationToken cancellationToken) =>
        await RepeatAsync(
            async () =>
            {
                await call().ConfigureAwait(false);
                return true;
            },
            clock,
            cancellationToken).ConfigureAwait(false);

    /// <summary>Makes one of the many calls of a look, and again when it was throttled: else each look would fail at another of them.</summary>
    /// <param name="operation">The IAM action, such as <c>ecs:DescribeTaskSets</c>.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="clock">The clock of the pauses, which grow.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AwsCallException">Anything else went wrong, or it was throttled still.</exception>
    public static Task<T> CallAsync<T>(string operation, Func<Task<T>> call, TimeProvider clock, CancellationToken cancellationToken) =>
        RepeatAsync(() => AwsCalls.CallAsync(operation, call), MostThrottled, IsThrottled, clock, cancellationToken);

    /// <summary>Whether the call may have had its effect all the same.</summary>
    public static bool IsUnclear(AwsCallException exception) => exception.InnerException is not AmazonServiceException service || (int)service.StatusCode is 0 or >= 500;

    /// <summary>Whether the same call may go well later: it was throttled, failed on AWS's side, got no answer, or the credentials have expired, which are renewed.</summary>
    public static bool MayPass(AwsCallException exception) => exception.InnerException is not BlueGreenException && (IsUnclear(exception) || IsThrottled(exception) || exception.IsExpired);

    /// <summary>Whether AWS refused the call because there were too many; it had no effect.</summary>
    public static bool IsThrottled(AwsCallException exception) =>
        exception.ErrorCode?.Contains("Throttl", StringComparison.OrdinalIgnoreCase) is true || exception.ErrorCode is "TooManyRequestsException" or "RequestLimitExceeded";

    private static async Task<T> RepeatAsync<T>(Func<Task<T>> call, int most, Func<AwsCallException, bool> mayRepeat, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var (attempt, pause) = (1, FirstPause); ; attempt++, pause *= 2)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (AwsCallException exception) when (attempt < most && mayRepeat(exception))
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
