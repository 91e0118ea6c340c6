namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>The buckets of all regions, whose names are one space.</summary>
internal sealed class BucketNames
{
    /// <summary>An object has been stored.</summary>
    public event Action<Bucket, ObjectVersion>? Stored;

    public SortedDictionary<string, Bucket> Buckets { get; } = new(StringComparer.Ordinal);

    public void Tell(Bucket bucket, ObjectVersion version) => Stored?.Invoke(bucket, version);
}
