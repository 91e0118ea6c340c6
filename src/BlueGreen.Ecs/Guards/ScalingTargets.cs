using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Guards;

/// <summary>The calls to Application Auto Scaling. Takes its client when there is a call to make: a host that has none learns so by a finding.</summary>
internal sealed class ScalingTargets(SideClient<IAmazonApplicationAutoScaling> scaling)
{
    private const string Prefix = "application-autoscaling:";

    private IAmazonApplicationAutoScaling Client => scaling.Value;

    /// <summary>The scalable target of a service's desired count.</summary>
    /// <param name="service">The service.</param>
    /// <param name="withMemory">Whether its tags are read in any case; else only where all its scaling rests.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The target, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="AwsCallException">AWS refused, or there is no client that can ask it.</exception>
    public async Task<ScalingTarget?> FindAsync(ServiceReference service, bool withMemory, CancellationToken cancellationToken)
    {
        var request = new DescribeScalableTargetsRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs,
            ResourceIds = [$"service/{service.Cluster}/{service.Name}"],
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
        };
        var response = await CallAsync("DescribeScalableTargets", () => Client.DescribeScalableTargetsAsync(request, cancellationToken)).ConfigureAwait(false);
        if (response.ScalableTargets?.FirstOrDefault() is not { } found)
        {
            return null;
        }

        var suspended = ScalingTags.Suspended(found.SuspendedState);
        var memory = (withMemory || suspended == ScalingSuspension.All) && found.ScalableTargetARN is { Length: > 0 } arn ? await ReadTagsAsync(arn, cancellationToken).ConfigureAwait(false) : null;
        return new()
        {
            ResourceId = found.ResourceId,
            Arn = found.ScalableTargetARN,
            Scaling = new() { MinCapacity = found.MinCapacity ?? 0, MaxCapacity = found.MaxCapacity ?? 0, Suspended = suspended, Former = suspended == ScalingSuspension.All ? memory?.Former : null },
            Memory = memory,
        };
    }

    /// <summary>Has the scaling of a target rest as said; its bounds stay as they are, and a target that is gone is not made again.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> SetAsync(ScalingTarget target, ScalingSuspension suspension, CancellationToken cancellationToken)
    {
        var request = new RegisterScalableTargetRequest
        {
            ServiceNamespace = ServiceNamespace.Ecs,
            ResourceId = target.ResourceId,
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
            SuspendedState = ScalingTags.ToState(suspension),
        };
        return (await CallAsync("RegisterScalableTarget", () => Client.RegisterScalableTargetAsync(request, cancellationToken)).ConfigureAwait(false)).ScalableTargetARN;
    }

    /// <summary>Writes down for whom it is suspended.</summary>
    public Task TagAsync(string arn, HeldScaling held, CancellationToken cancellationToken) =>
        CallAsync("TagResource", () => Client.TagResourceAsync(new() { ResourceARN = arn, Tags = ScalingTags.Write(held.Former, held.Owner ?? string.Empty) }, cancellationToken));

    /// <summary>Forgets what <see cref="TagAsync"/> wrote.</summary>
    public Task UntagAsync(string arn, CancellationToken cancellationToken) =>
        CallAsync("UntagResource", () => Client.UntagResourceAsync(new() { ResourceARN = arn, TagKeys = ScalingTags.Keys }, cancellationToken));

    private async Task<HeldScaling?> ReadTagsAsync(string arn, CancellationToken cancellationToken) =>
        ScalingTags.Read((await CallAsync("ListTagsForResource", () => Client.ListTagsForResourceAsync(new() { ResourceARN = arn }, cancellationToken)).ConfigureAwait(false)).Tags);

    // A client without a region or credentials fails when it is made.
    private static Task<T> CallAsync<T>(string operation, Func<Task<T>> call) => AwsCalls.CallAsync(Prefix + operation, MakeAsync(call));

    private static async Task<T> MakeAsync<T>(Func<Task<T>> call) => await call().ConfigureAwait(false);
}
