using System.Collections.Concurrent;

namespace BlueGreen.Ecs.Simulator;

/// <summary>How containers behave, by the image reference as task definitions have it, such as <c>web:v2</c>.</summary>
public sealed class ImageBehaviors
{
    private readonly ConcurrentDictionary<string, ImageBehavior> _behaviors = new(StringComparer.Ordinal);

    internal ImageBehaviors()
    {
    }

    /// <summary>The behaviour of an image, to be changed or replaced. An image that is asked for here can be pulled, whether or not a registry has it.</summary>
    /// <param name="image">The image reference as the task definition has it.</param>
    public ImageBehavior this[string image]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(image);
            return _behaviors.GetOrAdd(image, _ => new ImageBehavior());
        }

        set
        {
            ArgumentException.ThrowIfNullOrEmpty(image);
            ArgumentNullException.ThrowIfNull(value);
            _behaviors[image] = value;
        }
    }

    /// <summary>Forgets how an image behaves: it behaves as any other again.</summary>
    /// <param name="image">The image reference.</param>
    /// <returns>Whether anything was known of it.</returns>
    public bool Remove(string image)
    {
        ArgumentException.ThrowIfNullOrEmpty(image);
        return _behaviors.TryRemove(image, out _);
    }

    /// <summary>Forgets how all images behave.</summary>
    public void Clear() => _behaviors.Clear();

    internal ImageBehavior? Find(string image) => _behaviors.GetValueOrDefault(image);
}
