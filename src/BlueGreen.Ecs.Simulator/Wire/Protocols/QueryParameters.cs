using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>The parameters of a query request as a tree: <c>Tags.member.1.Key=a</c> is a leaf four levels down.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, QueryParameters> _children = new(StringComparer.Ordinal);

    public string? Value { get; private set; }

    public QueryParameters? this[string name] => _children.GetValueOrDefault(name);

    /// <summary>The children named 1, 2, 3 and so on, in that order.</summary>
    public IEnumerable<QueryParameters> Numbered =>
        _children.Where(child => int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)).OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)).Select(child => child.Value);

    /// <summary>Reads a form, from the body or, where that is empty, from the URL.</summary>
    public static QueryParameters Of(WireRequest request)
    {
        var root = new QueryParameters();
        var form = request.Body.IsEmpty ? request.Query : Encoding.UTF8.GetString(request.Body.Span);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            root.Add(Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : "");
        }

        return root;
    }

    private void Add(string name, string value)
    {
        var at = this;
        foreach (var step in name.Split('.'))
        {
            if (!at._children.TryGetValue(step, out var child))
            {
                at._children.Add(step, child = new QueryParameters());
            }

            at = child;
        }

        at.Value = value;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
