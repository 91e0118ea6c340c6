namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>What rules ask about a task definition again and again.</summary>
internal static class TaskDefinitionTerms
{
    /// <summary>Whether ECS checks it for Fargate.</summary>
    public static bool IsForFargate(this TaskDefinition definition)
    {
        foreach (var compatibility in definition.RequiresCompatibilities)
        {
            if (compatibility == Compatibility.Fargate)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the tasks run on Windows.</summary>
    public static bool IsForWindows(this TaskDefinition definition) =>
        definition.RuntimePlatform?.OperatingSystemFamily is { } family && family.Value.StartsWith("WINDOWS", StringComparison.Ordinal);

    /// <summary>Whether the containers of a task share one network, in which a port can be listened on once.</summary>
    public static bool SharesNetwork(this TaskDefinition definition) => definition.NetworkMode is { Value: "awsvpc" or "host" };

    /// <summary>Whether the text holds a placeholder such as <c>&lt;IMAGE1_NAME&gt;</c>, so that nothing can be said about it yet.</summary>
    public static bool HasPlaceholder(this string text)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        return start >= 0 && text.IndexOf('>', start) > start;
    }

    /// <summary>Whether a name has 1 to 255 letters, digits, hyphens and underscores, as ECS wants it.</summary>
    public static bool IsName(this string name)
    {
        if (name.Length is 0 or > 255)
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
