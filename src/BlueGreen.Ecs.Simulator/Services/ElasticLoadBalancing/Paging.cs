using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Pages of a listing. The marker is the position at which the next page starts.</summary>
internal static class Paging
{
    private const int LargestPage = 400;

    /// <summary>Answers one page under <paramref name="member"/>, and where the next one starts, if there is one.</summary>
    public static JsonObject Page<T>(JsonObject request, string member, IEnumerable<T> items, Func<T, JsonNode?> convert)
    {
        var size = request.Int("PageSize") ?? LargestPage;
        if (size is < 1 or > LargestPage)
        {
            throw ElbErrors.Validation($"PageSize '{size}' must be between 1 and {LargestPage}");
        }

        var marker = request.Text("Marker", "0");
        if (!int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var start))
        {
            throw ElbErrors.Validation($"The marker '{marker}' is not valid");
        }

        var rest = items.Skip(start).ToList();
        return new JsonObject
        {
            [member] = rest.Take(size).ToJson(convert),
            ["NextMarker"] = rest.Count > size ? (start + size).ToString(CultureInfo.InvariantCulture) : null,
        };
    }
}
