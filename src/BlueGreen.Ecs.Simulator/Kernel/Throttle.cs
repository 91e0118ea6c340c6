using System.Globalization;
using System.Net;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Throttles calls by AWS's published token buckets: each for one account and region, full at first, refilled as simulated time passes.</summary>
internal sealed class Throttle(World world)
{
    private readonly Dictionary<(string Region, ThrottleBucket Bucket), (double Tokens, DateTimeOffset At)> _levels = [];

    /// <returns>The error by which a service throttles.</returns>
    public static AwsErrorException Error(string service) => service switch
    {
        "s3" => new("SlowDown", "Please reduce your request rate.", HttpStatusCode.ServiceUnavailable),
        "ec2" => new("RequestLimitExceeded", "Request limit exceeded.", HttpStatusCode.ServiceUnavailable),
        "lambda" => new("TooManyRequestsException", "Rate Exceeded.", HttpStatusCode.TooManyRequests),
        "iam" or "sts" or "cloudwatch" => new("Throttling", "Rate exceeded", HttpStatusCode.BadRequest),
        _ => new("ThrottlingException", "Rate exceeded", HttpStatusCode.BadRequest),
    };

    /// <summary>Takes a token of every bucket that the call belongs to.</summary>
    /// <exception cref="AwsErrorException">One of them is empty.</exception>
    public void Take(string service, string operation, string region)
    {
        var buckets = ThrottleBuckets.Of(service, operation);
        foreach (var bucket in buckets)
        {
            if (Level(region, bucket) < 1)
            {
                world.History.Record("throttle", $"{service}.{operation}", string.Create(CultureInfo.InvariantCulture,
                    $"the bucket '{bucket.Name}' is empty: {bucket.Burst} calls at once, {bucket.PerSecond} per second"));
                throw Error(service);
            }
        }

        foreach (var bucket in buckets)
        {
            _levels[(region, bucket)] = (Level(region, bucket) - 1, world.Now);
        }
    }

    private double Level(string region, ThrottleBucket bucket) => _levels.TryGetValue((region, bucket), out var level)
        ? Math.Min(bucket.Burst, level.Tokens + ((world.Now - level.At).TotalSeconds * bucket.PerSecond))
        : bucket.Burst;
}
