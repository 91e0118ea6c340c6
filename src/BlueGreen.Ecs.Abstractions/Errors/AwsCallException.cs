namespace BlueGreen.Ecs;

/// <summary>AWS refused a call, or could not be reached, after the client's own retries.</summary>
/// <param name="operation">The operation, such as <c>ecs:DescribeServices</c>; also the IAM action that it needs.</param>
/// <param name="errorCode">AWS's error code; <see langword="null"/> when no answer came.</param>
/// <param name="requestId">AWS's request id, for its support; <see langword="null"/> when no answer came.</param>
/// <param name="innerException">The client's exception.</param>
public sealed class AwsCallException(string operation, string? errorCode, string? requestId, Exception innerException)
    : BlueGreenException($"{operation} failed{(errorCode is null ? string.Empty : $" with {errorCode}")}: {innerException?.Message}{(requestId is null ? string.Empty : $" (request {requestId})")}", innerException)
{
    /// <summary>The operation; also the IAM action that it needs.</summary>
    public string Operation => operation;

    /// <summary>AWS's error code; <see langword="null"/> when no answer came.</summary>
    public string? ErrorCode => errorCode;

    /// <summary>AWS's request id; <see langword="null"/> when no answer came.</summary>
    public string? RequestId => requestId;
}
