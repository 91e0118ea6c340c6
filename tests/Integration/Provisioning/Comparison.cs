using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>Two descriptions of an account, held against each other field by field.</summary>
/// <param name="Fields">How many fields either has.</param>
/// <param name="Chance">How many of them differ by chance alone.</param>
/// <param name="Explained">Those that differ for a reason.</param>
/// <param name="Unexplained">Those that differ for none.</param>
/// <param name="Stale">Rules and reasons that nothing calls for.</param>
internal sealed record Comparison(int Fields, int Chance, IReadOnlyList<Explanation> Explained, IReadOnlyList<string> Unexplained, IReadOnlyList<string> Stale)
{
    /// <summary>How a field that is not there is written.</summary>
    public const string Missing = "(nothing)";

    public static Comparison Of(IReadOnlyDictionary<string, JsonNode?> library, IReadOnlyDictionary<string, JsonNode?> byHand)
    {
        var used = new HashSet<ChanceRule>();
        var (left, right) = (ByChance.Normal(library, used), ByChance.Normal(byHand, used));
        var (paths, chance, explained, unexplained) = (left.Keys.Union(right.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList(), 0, new List<Explanation>(), new List<string>());
        foreach (var path in paths)
        {
            var (one, other) = (left.GetValueOrDefault(path), right.GetValueOrDefault(path));
            var (here, there) = (one?.Normal ?? Missing, other?.Normal ?? Missing);
            if (here == there || ByChance.IsHistory(path))
            {
                chance += one?.Raw == other?.Raw ? 0 : 1;
            }
            else if (Explanations.All.FirstOrDefault(reason => reason.Path == path && reason.Library == here && reason.ByHand == there) is { } reason)
            {
                explained.Add(reason);
            }
            else
            {
                unexplained.Add($"{path}: the library has {here}, by hand it is {there}");
            }
        }

        IEnumerable<string> stale = [.. ByChance.Rules.Except(used).Select(rule => $"by chance: {rule.Path}"), .. Explanations.All.Except(explained).Select(reason => $"explained: {reason.Path}")];
        return new(paths.Count, chance, explained, unexplained, [.. stale]);
    }

    /// <summary>Writes every difference, and the figures.</summary>
    public void WriteTo(ITestOutputHelper output)
    {
        foreach (var reason in Explained)
        {
            output.WriteLine($"explained: {reason.Path}: the library has {reason.Library}, by hand it is {reason.ByHand}: {reason.Reason}");
        }

        foreach (var difference in Unexplained)
        {
            output.WriteLine($"unexplained: {difference}");
        }

        output.WriteLine(FormattableString.Invariant($"boto3: {Fields} fields compared, {Chance} differ by chance (ids, times), {Explained.Count} explained ({string.Join("; ", Explained.Select(one => one.Reason).Distinct(StringComparer.Ordinal))}), {Unexplained.Count} unexplained"));
    }
}
