using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>ListSecrets.</summary>
internal static class SecretList
{
    private const int PageSize = 100;

    public static JsonObject List(SecretsState state, JsonObject input)
    {
        var tests = input.Objects("Filters").Select(Filter).ToList();
        var found = state.Secrets.Values
            .Where(secret => secret.DeletedAt is null || input.Flag("IncludePlannedDeletion") == true)
            .Where(secret => tests.TrueForAll(test => test(secret)))
            .ToList();
        if (input.Text("SortOrder") is "desc")
        {
            found.Reverse();
        }

        var (page, next) = TokenPaging.Take(found, input.Text("NextToken"), input.Int("MaxResults") ?? PageSize, "InvalidNextTokenException");
        var output = new JsonObject { ["SecretList"] = page.ToJson(secret => secret.View("SecretVersionsToStages")) };
        output.SetUnlessNull("NextToken", next);
        return output;
    }

    // A value is a prefix; one behind an exclamation mark must not fit.
    private static Func<Secret, bool> Filter(JsonObject filter)
    {
        var values = filter.Texts("Values");
        var wanted = values.Where(value => value is not ['!', ..]).ToList();
        var unwanted = values.Where(value => value is ['!', ..]).Select(value => value[1..]).ToList();
        var texts = Texts(filter.Text("Key", "all"));
        return secret => (wanted.Count == 0 || wanted.Exists(value => Fits(secret, value))) && !unwanted.Exists(value => Fits(secret, value));

        bool Fits(Secret secret, string value) => texts(secret).Any(text => text.StartsWith(value, StringComparison.OrdinalIgnoreCase));
    }

    private static Func<Secret, IEnumerable<string>> Texts(string key) => key switch
    {
        "name" => secret => [secret.Name],
        "description" => secret => [secret.Settings.Text("Description", "")],
        "tag-key" => secret => secret.Tags.Keys,
        "tag-value" => secret => secret.Tags.Values,
        "all" => secret => [secret.Name, secret.Settings.Text("Description", ""), .. secret.Tags.Keys, .. secret.Tags.Values],
        _ => _ => [],
    };
}
