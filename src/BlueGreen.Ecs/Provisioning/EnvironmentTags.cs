namespace BlueGreen.Ecs.Provisioning;

/// <summary>The tags of an environment's resources.</summary>
internal static class EnvironmentTags
{
    /// <summary>What every resource gets.</summary>
    public static IReadOnlyDictionary<string, string> Of(BlueGreenEnvironment environment)
    {
        var tags = environment.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        tags[BlueGreenEnvironment.TagKey] = environment.Name;
        return tags;
    }

    /// <summary>The tags in the type of a service's client.</summary>
    public static List<T> To<T>(BlueGreenEnvironment environment, Func<string, string, T> tag) => [.. Of(environment).Select(one => tag(one.Key, one.Value))];

    /// <summary>The tags that a service answered, whatever their type.</summary>
    public static IReadOnlyDictionary<string, string> From<T>(IEnumerable<T>? tags, Func<T, string> key, Func<T, string?> value) =>
        (tags ?? []).ToDictionary(key, tag => value(tag) ?? string.Empty, StringComparer.Ordinal);

    /// <summary>Whose it is, by its tags; nothing when no environment's.</summary>
    public static string? OwnerOf(IReadOnlyDictionary<string, string> tags) => tags.GetValueOrDefault(BlueGreenEnvironment.TagKey);
}
