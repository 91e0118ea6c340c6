using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Pages of names or ARNs, as ECS and CodeDeploy list them.</summary>
internal static class Pages
{
    /// <summary>Writes one page of <paramref name="items"/> as <paramref name="member"/>, with a <c>nextToken</c> when more follow.</summary>
    /// <exception cref="AwsErrorException">The token is none that was given out.</exception>
    public static JsonObject Write(JsonObject output, string member, IEnumerable<string> items, JsonObject input, int size, string badToken)
    {
        var (page, next) = TokenPaging.Take(items, input.Text("nextToken"), size, badToken);
        output[member] = page.ToJson();
        output.SetUnlessNull("nextToken", next);
        return output;
    }
}
