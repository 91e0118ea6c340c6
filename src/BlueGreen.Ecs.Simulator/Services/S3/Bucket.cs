using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>A bucket, with all versions of its objects.</summary>
internal sealed class Bucket(string name, string region, DateTimeOffset created)
{
    // By key; of each the oldest version first.
    private readonly SortedDictionary<string, List<ObjectVersion>> _objects = new(StringComparer.Ordinal);

    public string Name => name;

    public string Region => region;

    public DateTimeOffset Created => created;

    /// <summary><c>Enabled</c>, <c>Suspended</c>, or none: versioning was never asked for.</summary>
    public string? Versioning { get; set; }

    public bool IsVersioned => Versioning is "Enabled";

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public string? Policy { get; set; }

    /// <summary>New buckets block public access, as AWS has it since 2023.</summary>
    public JsonObject? PublicAccessBlock { get; set; } = new()
    {
        ["BlockPublicAcls"] = true,
        ["IgnorePublicAcls"] = true,
        ["BlockPublicPolicy"] = true,
        ["RestrictPublicBuckets"] = true,
    };

    /// <summary>The rules of encryption; none: keys of S3, which is what new buckets have.</summary>
    public JsonObject? Encryption { get; set; }

    public bool IsEmpty => _objects.Count == 0;

    /// <summary>Every object's newest version, in the order of keys; deleted objects are left out.</summary>
    public IEnumerable<ObjectVersion> Newest => _objects.Values.Select(versions => versions[^1]).Where(version => !version.IsDeleteMarker);

    /// <summary>Every version of every object, the newest first, in the order of keys.</summary>
    public IEnumerable<(ObjectVersion Version, bool IsLatest)> Versions =>
        _objects.Values.SelectMany(versions => versions.AsEnumerable().Reverse().Select((version, index) => (version, index == 0)));

    /// <returns>The newest version of a key, a delete marker too, or the one of that id.</returns>
    public ObjectVersion? Find(string key, string? version = null) => _objects.TryGetValue(key, out var versions)
        ? version is null ? versions[^1] : versions.Find(one => one.Id == version)
        : null;

    /// <summary>Puts a version before those of its key, in the place of the one without an id where it has none itself.</summary>
    public void Add(ObjectVersion version)
    {
        if (version.Id == ObjectVersion.NoId)
        {
            Remove(version.Key, ObjectVersion.NoId);
        }

        if (!_objects.TryGetValue(version.Key, out var versions))
        {
            _objects.Add(version.Key, versions = []);
        }

        versions.Add(version);
    }

    public void Remove(string key, string version)
    {
        if (_objects.TryGetValue(key, out var versions) && versions.RemoveAll(one => one.Id == version) > 0 && versions.Count == 0)
        {
            _objects.Remove(key);
        }
    }
}
