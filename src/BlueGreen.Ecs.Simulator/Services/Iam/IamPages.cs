using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Pages of IAM's listings, by MaxItems and Marker.</summary>
internal static class IamPages
{
    private const int DefaultPage = 100;

    /// <returns>An answer with one page, and the marker of the next one, if there is one.</returns>
    public static JsonObject Of<T>(JsonObject request, string member, IEnumerable<T> items, Func<T, JsonNode?> convert)
    {
        var (page, next) = TokenPaging.Take(items, request.Text("Marker"), request.Int("MaxItems") ?? DefaultPage, "ValidationError");
        return new JsonObject { [member] = page.ToJson(convert), ["IsTruncated"] = next is not null, ["Marker"] = next };
    }
}
