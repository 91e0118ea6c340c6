using System.Collections.Immutable;

namespace BlueGreen.Ecs;

/// <summary>Makes <see cref="EquatableArray{T}"/>s; also what the compiler calls for a collection expression.</summary>
public static class EquatableArray
{
    /// <summary>The items as a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new(ImmutableArray.Create(items));

    /// <summary>The items as a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new([.. items]);
    }
}
