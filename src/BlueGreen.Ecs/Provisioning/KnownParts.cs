using System.Collections.Concurrent;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning;

/// <summary>What has been found so far of an environment, by the ids of its parts, for those that depend on it.</summary>
internal sealed class KnownParts(AwsPlace place)
{
    private readonly ConcurrentDictionary<string, FoundPart> _found = new(StringComparer.Ordinal);

    public AwsPlace Place => place;

    public void Set(string id, FoundPart? found)
    {
        if (found is null)
        {
            _found.TryRemove(id, out _);
        }
        else
        {
            _found[id] = found;
        }
    }

    /// <summary>What was found; nothing for what is not there yet.</summary>
    public FoundPart? Find(string id) => _found.GetValueOrDefault(id);

    /// <summary>What was found, as its part reads it; nothing for what is not there yet.</summary>
    public T? Find<T>(string id)
        where T : class => Find(id)?.As<T>();

    /// <summary>What must have been found, because the asking part depends on it.</summary>
    public FoundPart Get(string id) => Find(id) ?? throw new InvalidOperationException($"{id} is asked for before it is there.");
}
