using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>Calls whose refusal may say that something is not there.</summary>
internal static class PartCalls
{
    /// <summary>Makes a call.</summary>
    /// <param name="operation">The IAM action.</param>
    /// <param name="call">The call.</param>
    /// <param name="missing">What the error codes begin with that say so.</param>
    /// <returns>The answer; none when it is not there.</returns>
    /// <exception cref="AwsCallException">AWS refused it for another reason.</exception>
    public static async Task<T?> FindAsync<T>(string operation, Task<T> call, params string[] missing)
        where T : class
    {
        try
        {
            return await AwsCalls.CallAsync(operation, call).ConfigureAwait(false);
        }
        catch (AwsCallException exception) when (exception.ErrorCode is { } code && Array.Exists(missing, one => code.StartsWith(one, StringComparison.Ordinal)))
        {
            return null;
        }
    }
}
