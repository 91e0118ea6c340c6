namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>
/// Weighted turns, spread as evenly as they can be (smooth weighted round robin): of weights 90 and 10, every tenth turn is the second's,
/// so that the smallest share shows after a few requests.
/// </summary>
internal sealed class SmoothShares
{
    private readonly Dictionary<string, long> _credit = new(StringComparer.Ordinal);

    /// <returns>Whose turn it is, or <see langword="null"/> when all weights are zero.</returns>
    public string? Next(IReadOnlyList<TargetGroupWeight> weights)
    {
        var total = weights.Sum(group => group.Weight);
        string? chosen = null;
        foreach (var (name, weight) in weights)
        {
            if (weight == 0)
            {
                _credit.Remove(name);
                continue;
            }

            _credit[name] = _credit.GetValueOrDefault(name) + weight;
            if (chosen is null || _credit[name] > _credit[chosen])
            {
                chosen = name;
            }
        }

        if (chosen is not null)
        {
            _credit[chosen] -= total;
        }

        return chosen;
    }
}
