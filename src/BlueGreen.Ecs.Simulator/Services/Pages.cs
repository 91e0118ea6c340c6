using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Cuts a list into pages. A token is the position at which the next page begins.</summary>
internal static class Pages
{
    /// <summary>Writes one page of <paramref name="items"/> as <paramref name="member"/>, with a <c>nextToken</c> when more follow.</summary>
    /// <exception cref="AwsErrorException">The token is none of ours.</exception>
    public static JsonObject Write(JsonObject output, string member, IReadOnlyList<string> items, JsonObject input, int size, string badToken)
    {
        var start = 0;
        if (input.Text("nextToken") is { } token
            && (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start) || start > items.Count))
        {
            throw new AwsErrorException(badToken, "Invalid token.");
        }

        output[member] = items.Skip(start).Take(size).ToJson();
        if (start + size < items.Count)
        {
            output["nextToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        }

        return output;
    }
}
