namespace BlueGreen.Ecs.Provisioning;

/// <summary>Does something with every part of an environment: behind those on which it depends, and beside all others.</summary>
internal static class PartGraph
{
    /// <summary>Runs from the roots to what depends on them. Where something fails, what depends on it is left alone, and the rest is seen through.</summary>
    /// <param name="parts">Each behind those on which it depends.</param>
    /// <param name="work">What is done with a part.</param>
    public static Task RunAsync(IReadOnlyList<EnvironmentPart> parts, Func<EnvironmentPart, Task> work) =>
        RunAsync(parts, part => part.DependsOn, work);

    /// <summary>Runs the other way: a part behind all that depend on it.</summary>
    public static Task RunBackAsync(IReadOnlyList<EnvironmentPart> parts, Func<EnvironmentPart, Task> work)
    {
        var dependents = parts.SelectMany(part => part.DependsOn.Select(id => (id, part.Id))).ToLookup(pair => pair.id, pair => pair.Id, StringComparer.Ordinal);
        return RunAsync([.. parts.Reverse()], part => [.. dependents[part.Id]], work);
    }

    private static async Task RunAsync(IReadOnlyList<EnvironmentPart> parts, Func<EnvironmentPart, IReadOnlyList<string>> before, Func<EnvironmentPart, Task> work)
    {
        var running = new Dictionary<string, Task<Exception?>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            running.Add(part.Id, RunAsync(part, [.. before(part).Where(running.ContainsKey).Select(id => running[id])], work));
        }

        var ends = await Task.WhenAll(running.Values).ConfigureAwait(false);
        if (Array.Find(ends, end => end is not null) is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    // What went wrong is handed on as a value: it stands for all that could not begin because of it.
    private static async Task<Exception?> RunAsync(EnvironmentPart part, Task<Exception?>[] before, Func<EnvironmentPart, Task> work)
    {
        var ends = await Task.WhenAll(before).ConfigureAwait(false);
        if (Array.Find(ends, end => end is not null) is { } failed)
        {
            return failed;
        }

        try
        {
            await work(part).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Thrown again where all have ended.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
