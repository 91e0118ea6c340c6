using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>S3 as one region's endpoint shows it: all buckets of the account, whatever their region.</summary>
internal sealed class S3State(Region region)
{
    public Region Region => region;

    public World World => region.World;

    public DateTimeOffset Now => World.Now;

    /// <summary>The buckets of all regions, by name.</summary>
    public SortedDictionary<string, Bucket> Buckets => Names.Buckets;

    /// <summary>The canonical user id of the account, which owns everything.</summary>
    public string OwnerId => Digests.Sha256Hex(World.Account);

    private BucketNames Names => World.In("aws-global").Get(_ => new BucketNames());

    public static S3State Of(Region region) => region.Get(one => new S3State(one));

    /// <exception cref="AwsErrorException">There is no such bucket.</exception>
    public Bucket Bucket(string name) => Buckets.GetValueOrDefault(name) ?? throw S3Errors.NoSuchBucket(name);

    /// <summary>Has something done whenever an object is stored in any bucket.</summary>
    public void OnStored(Action<Bucket, ObjectVersion> action) => Names.Stored += action;

    /// <summary>Adds an object, and says so.</summary>
    public void Store(Bucket bucket, ObjectVersion version)
    {
        bucket.Add(version);
        World.History.Record("object", $"{bucket.Name}/{version.Key}", $"version {version.Id} is {version.ETag}");
        Names.Tell(bucket, version);
    }
}
