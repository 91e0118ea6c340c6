using System.Collections;
using System.Globalization;

namespace BlueGreen.Ecs.Simulator;

/// <summary>Requests that have been answered up to a moment, by listener, version and status: exact counts, in the order of listener, version and status.</summary>
public sealed class TrafficCounts : IReadOnlyList<TrafficCount>
{
    private readonly IReadOnlyList<TrafficCount> _counts;

    internal TrafficCounts(IEnumerable<KeyValuePair<(string Listener, string? Version, int Status), long>> counts) =>
        _counts =
        [
            .. counts.Select(one => new TrafficCount(one.Key.Listener, one.Key.Version, one.Key.Status, one.Value))
                .OrderBy(one => one.ListenerArn, StringComparer.Ordinal).ThenBy(one => one.Version, StringComparer.Ordinal).ThenBy(one => one.StatusCode),
        ];

    /// <summary>How many requests there were in all.</summary>
    public long Requests => _counts.Sum(one => one.Requests);

    /// <summary>How many were answered with a status of 500 or more, by a container or by the load balancer.</summary>
    public long Failed => _counts.Where(one => one.StatusCode >= 500).Sum(one => one.Requests);

    /// <summary>How many different counts there are.</summary>
    public int Count => _counts.Count;

    /// <summary>One of the counts.</summary>
    /// <param name="index">Its position.</param>
    public TrafficCount this[int index] => _counts[index];

    /// <summary>The requests that a version answered.</summary>
    /// <param name="version">The tag of its image; <see langword="null"/> for what the load balancer answered itself.</param>
    /// <returns>How many.</returns>
    public long OfVersion(string? version) => _counts.Where(one => one.Version == version).Sum(one => one.Requests);

    /// <summary>The requests that were answered with a status.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <returns>How many.</returns>
    public long OfStatus(int statusCode) => _counts.Where(one => one.StatusCode == statusCode).Sum(one => one.Requests);

    /// <inheritdoc />
    public IEnumerator<TrafficCount> GetEnumerator() => _counts.GetEnumerator();

    /// <summary>The counts on one line: <c>v1 200: 540, v2 200: 60</c>.</summary>
    /// <returns>The line; <c>no requests</c> where there were none.</returns>
    public override string ToString() => _counts.Count == 0
        ? "no requests"
        : string.Join(", ", _counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Version ?? "load balancer"} {one.StatusCode}: {one.Requests}")));

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
