namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>Where a member or an item of a canonical task definition stands.</summary>
/// <param name="Parent">The path of what it stands in; none at the top.</param>
/// <param name="Key">The member's name, or the item's key.</param>
/// <param name="IsItem">Whether it is an item of a list or an entry of a map, and no member.</param>
internal sealed record ContentPath(ContentPath? Parent, ContentKey Key, bool IsItem)
{
    /// <summary>The path with <c>[]</c> for any item, as rules name it.</summary>
    public string Pattern => IsItem ? $"{Parent?.Pattern}[]" : Parent is null ? Key.Text : $"{Parent.Pattern}.{Key.Text}";

    public static ContentPath Member(ContentPath? parent, string name) => new(parent, new(name, 0), IsItem: false);

    public ContentPath Item(ContentKey key) => new(this, key, IsItem: true);

    /// <summary>The steps from the top.</summary>
    public IEnumerable<ContentPath> Steps() => (Parent?.Steps() ?? []).Append(this);

    /// <summary><c>containerDefinitions[web].image</c>.</summary>
    public override string ToString() => IsItem
        ? $"{Parent}[{SecretMask.Of(Key.Text)}{(Key.Occurrence > 0 ? FormattableString.Invariant($" #{Key.Occurrence + 1}") : string.Empty)}]"
        : Parent is null ? Key.Text : $"{Parent}.{Key.Text}";
}
