using Amazon.Runtime;

namespace BlueGreen.Ecs.Planning;

/// <summary>Names the operation in what goes wrong with a call.</summary>
internal static class AwsCalls
{
    /// <summary>Makes a call by a client that may not be to be had.</summary>
    /// <inheritdoc cref="CallAsync{T}(string, Task{T})" />
    public static Task<T> CallAsync<T>(string operation, Func<Task<T>> call)
    {
        return CallAsync(operation, MakeAsync());

        async Task<T> MakeAsync() => await call().ConfigureAwait(false);
    }

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The IAM action, such as <c>ecs:DescribeServices</c>.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="AwsCallException">AWS refused it, or could not be reached.</exception>
    public static async Task<T> CallAsync<T>(string operation, Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (AmazonServiceException exception)
        {
            throw new AwsCallException(operation, exception.ErrorCode, exception.RequestId, exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException { InnerException: TimeoutException })
        {
            throw new AwsCallException(operation, errorCode: null, requestId: null, exception);
        }
    }
}
