using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The names of an environment's buckets, which nobody else in the world may have. Pure.</summary>
internal static class BucketNames
{
    public const string Artifacts = "artifacts";
    public const string Source = "source";
    private const int Longest = 63;

    /// <summary>What a plan calls the bucket: its name, as far as it is known without account and region.</summary>
    public static string Planned(BlueGreenEnvironment environment, EnvironmentResource? bucket, string use) => bucket?.Name ?? $"{environment.Name}-{use}";

    /// <summary>The bucket's name. Of a name that is too long, the environment's is cut: account and region make it unique.</summary>
    public static string Of(BlueGreenEnvironment environment, EnvironmentResource? bucket, string use, AwsPlace place)
    {
        var end = $"-{use}-{place.Account}-{place.Region}";
        return bucket?.Name ?? environment.Name[..Math.Min(environment.Name.Length, Longest - end.Length)].TrimEnd('-') + end;
    }

    /// <summary>The ARN of a bucket, or of objects in it.</summary>
    public static string Arn(string bucket, AwsPlace place, string objects = "") => $"arn:{place.Partition}:s3:::{bucket}{objects}";
}
