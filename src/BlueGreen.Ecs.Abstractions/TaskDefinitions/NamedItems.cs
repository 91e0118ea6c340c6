namespace BlueGreen.Ecs;

/// <summary>Lists in which a name stands for one item.</summary>
internal static class NamedItems
{
    /// <summary>The list with the item in the place of the first of its name, or at the end; others of the name go.</summary>
    public static EquatableArray<T> Set<T>(EquatableArray<T> items, T item, Func<T, string> nameOf)
    {
        var name = nameOf(item);
        var isSet = false;
        var set = new List<T>(items.Count + 1);
        foreach (var other in items)
        {
            if (nameOf(other) != name)
            {
                set.Add(other);
            }
            else if (!isSet)
            {
                set.Add(item);
                isSet = true;
            }
        }

        if (!isSet)
        {
            set.Add(item);
        }

        return set.ToEquatableArray();
    }

    /// <summary>The list without the items of that name.</summary>
    public static EquatableArray<T> Remove<T>(EquatableArray<T> items, string name, Func<T, string> nameOf) =>
        items.Where(item => nameOf(item) != name).ToEquatableArray();
}
