namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Which listeners forward to which target groups, so that a change concerns those two alone however many there are.</summary>
internal sealed class ForwardingIndex
{
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Listener>> _listeners = new(StringComparer.Ordinal);

    /// <summary>The listeners that forward to a target group, in the order in which they began to.</summary>
    public IReadOnlyList<Listener> ListenersOf(string targetGroupArn) => _listeners.GetValueOrDefault(targetGroupArn) ?? [];

    /// <summary>Takes a listener as it now is.</summary>
    /// <returns>The target groups that it forwards to now, or forwarded to before.</returns>
    public IReadOnlyList<string> Update(Listener listener, bool exists)
    {
        var before = _groups.GetValueOrDefault(listener.Arn) ?? [];
        var now = exists ? listener.AllRules.SelectMany(rule => rule.Actions.Weights).Select(weight => weight.TargetGroupArn).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var group in before.Where(group => !now.Contains(group)))
        {
            _listeners[group].Remove(listener);
        }

        foreach (var group in now.Where(group => !before.Contains(group)))
        {
            Of(group).Add(listener);
        }

        _groups[listener.Arn] = now;
        return [.. before, .. now.Where(group => !before.Contains(group))];
    }

    private List<Listener> Of(string targetGroupArn)
    {
        if (!_listeners.TryGetValue(targetGroupArn, out var listeners))
        {
            _listeners.Add(targetGroupArn, listeners = []);
        }

        return listeners;
    }
}
