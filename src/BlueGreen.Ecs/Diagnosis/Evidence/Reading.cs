using Amazon.Runtime;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>One source of evidence. What AWS refuses is noted and missing; it never fails the diagnosis.</summary>
internal static class Reading
{
    /// <summary>Reads.</summary>
    /// <param name="read">The calls.</param>
    /// <param name="subject">What is read: an ARN or a name.</param>
    /// <param name="what">What is not known when it is refused, as the end of a sentence.</param>
    /// <returns>What was read, nothing when it is gone or refused; and the refusal.</returns>
    public static async Task<(T? Value, Finding? Refusal)> TryAsync<T>(Func<Task<T?>> read, string subject, string what)
        where T : class
    {
        try
        {
            return (await read().ConfigureAwait(false), null);
        }
        catch (AwsCallException exception) when (IsGone(exception))
        {
            return (null, null);
        }
        catch (AwsCallException exception)
        {
            return (null, NotChecked.Of(subject, what, exception));
        }
        catch (Exception exception) when (exception is AmazonClientException or InvalidOperationException)
        {
            // The host has no client for it, such as one without a region.
            return (null, NotChecked.Of(subject, what, new("its client", errorCode: null, requestId: null, exception)));
        }
    }

    /// <summary>Whether AWS says that what was asked for is not there.</summary>
    public static bool IsGone(AwsCallException exception) => exception.ErrorCode is { } code
        && (code.Contains("NotFound", StringComparison.Ordinal) || code.Contains("DoesNotExist", StringComparison.Ordinal) || code is "ServiceNotActiveException" or "MISSING");
}
