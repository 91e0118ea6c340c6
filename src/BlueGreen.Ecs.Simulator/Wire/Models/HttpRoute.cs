namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>Where an operation of a REST protocol is found: a method and a template such as <c>/{Bucket}/{Key+}?tagging</c>.</summary>
internal sealed class HttpRoute
{
    private readonly string[] _segments;

    private HttpRoute(string method, string[] segments, IReadOnlyList<KeyValuePair<string, string>> query, int status) =>
        (Method, _segments, Query, Status) = (method, segments, query, status);

    public string Method { get; }

    /// <summary>What the query must have, with the value that it must have; an empty one where the name is enough.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The HTTP status of success.</summary>
    public int Status { get; }

    /// <summary>Reads the words behind an operation's name: method, template, and the status where it is not 200.</summary>
    public static HttpRoute Parse(string method, string template, string? status)
    {
        var parts = template.Split('?', 2);
        var query = parts.Length < 2 ? [] : parts[1].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1) ?? string.Empty));
        return new HttpRoute(method, Segments(parts[0]), [.. query], status is null ? 200 : int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Holds a path, still encoded, against the template.</summary>
    /// <returns>The labels and their values, decoded; or <see langword="null"/> where the path is another.</returns>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var given = Segments(path);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _segments.Length; i++)
        {
            var rest = string.Join('/', given.Skip(i));
            switch (_segments[i])
            {
                case ['{', .. var name, '+', '}'] when rest.Length > 0:
                    labels[name] = Uri.UnescapeDataString(rest);
                    return labels;
                case ['{', .. var name, '}'] when !name.EndsWith('+') && i < given.Length && given[i].Length > 0:
                    labels[name] = Uri.UnescapeDataString(given[i]);
                    break;
                case var literal when i < given.Length && string.Equals(literal, given[i], StringComparison.Ordinal):
                    break;
                default:
                    return null;
            }
        }

        // A closing slash says nothing more.
        return given.Length == _segments.Length || (given.Length == _segments.Length + 1 && given[^1].Length == 0) ? labels : null;
    }

    private static string[] Segments(string path) => path.TrimStart('/') is { Length: > 0 } rest ? path[(path.Length - rest.Length)..].Split('/') : [];
}
