namespace BlueGreen.Ecs;

/// <summary>AWS refused a call, or could not be reached, after the client's own retries.</summary>
/// <param name="operation">The operation, such as <c>ecs:DescribeServices</c>; also the IAM action that it needs.</param>
/// <param name="errorCode">AWS's error code; <see langword="null"/> when no answer came.</param>
/// <param name="requestId">AWS's request id, for its support; <see langword="null"/> when no answer came.</param>
/// <param name="innerException">The client's exception.</param>
public sealed class AwsCallException(string operation, string? errorCode, string? requestId, Exception innerException)
    : BlueGreenException($"{operation} failed{(errorCode is null ? string.Empty : $" with {errorCode}")}: {innerException?.Message}{(requestId is null ? string.Empty : $" (request {requestId})")}", innerException)
{
    /// <summary>How the deployment is found again that was watched, and can be watched no more. Default: none; the call had nothing to do with a watch.</summary>
    public ResumeToken? ResumeToken { get; init; }

    /// <summary>Whether AWS refused the call because the credentials have expired. The AWS client asks its provider for new ones at each call, as far as that has new ones.</summary>
    public bool IsExpired => errorCode is "ExpiredToken" or "ExpiredTokenException";

    /// <inheritdoc />
    public override string Message => ResumeToken is null
        ? base.Message
        : $"{(IsExpired ? "The AWS credentials have expired, and no new ones came. " : string.Empty)}{base.Message} The deployment is no longer watched; what AWS does by itself goes on. ResumeAsync{(IsExpired ? ", with valid credentials," : string.Empty)} takes it up by the token '{ResumeToken}'.";

    /// <summary>The operation; also the IAM action that it needs.</summary>
    public string Operation => operation;

    /// <summary>AWS's error code; <see langword="null"/> when no answer came.</summary>
    public string? ErrorCode => errorCode;

    /// <summary>AWS's request id; <see langword="null"/> when no answer came.</summary>
    public string? RequestId => requestId;
}
