using BlueGreen.Ecs.Planning;
using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Makes the looks: what AWS refuses, or does not answer in time, is not known, and keeps nobody from deploying.</summary>
internal sealed class SurveyCalls(IOptions<DeployerOptions> options)
{
    /// <summary>Looks once.</summary>
    /// <param name="operation">The IAM action.</param>
    /// <param name="subject">What is looked at: an ARN or a name.</param>
    /// <param name="unknown">What is not known when the look fails, as the end of a sentence, such as <c>whether the role exists</c>.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="isMissing">Whether an error code says that the thing is not there. Default: none does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Read<T>> ReadAsync<T>(
        string operation, string subject, string unknown, Func<CancellationToken, Task<T?>> call, Func<string, bool>? isMissing, CancellationToken cancellationToken)
        where T : class
    {
        // In real time: a look that hangs is AWS's or the network's matter, not that of a simulated clock.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(options.Value.PreflightLimit);
        try
        {
            return new(await AwsCalls.CallAsync(operation, call(limited.Token)).ConfigureAwait(false), NotChecked: null);
        }
        catch (AwsCallException exception) when (exception.ErrorCode is { } code && isMissing?.Invoke(code) is true)
        {
            return new(Value: null, NotChecked: null);
        }
        catch (AwsCallException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(Value: null, NotChecked.Of(subject, unknown, exception));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(Value: null, NotChecked.Of(subject, unknown, new(operation, errorCode: null, requestId: null, new TimeoutException($"No answer within {options.Value.PreflightLimit:c}.", exception))));
        }
    }
}
