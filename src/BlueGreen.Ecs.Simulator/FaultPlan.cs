using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// What goes wrong with calls, by operation and call number: the same faults for the same calls, in every run.
/// For example <c>aws.Faults.On("codedeploy:CreateDeployment").Call(1).LoseReply()</c>.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock _gate;
    private readonly List<FaultRule> _rules = [];

    internal FaultPlan(Lock gate) => _gate = gate;

    /// <summary>Names the calls that are to go wrong.</summary>
    /// <param name="call">
    /// Service and operation, such as <c>codedeploy:CreateDeployment</c>; <c>ecs:Describe*</c> means all that begin so, <c>*</c> all calls. The service
    /// as IAM policies name it (<c>elasticloadbalancing</c>), or as the AWS CLI does (<c>elbv2</c>).
    /// </param>
    /// <returns>The calls, for saying which of them fail, and how. Calls are counted from the moment at which that is said.</returns>
    /// <exception cref="ArgumentException">There is no such service or operation.</exception>
    public FaultyCalls On(string call)
    {
        ArgumentException.ThrowIfNullOrEmpty(call);
        return new FaultyCalls(this, FaultPattern.Parse(call), new FaultTurns());
    }

    /// <summary>Forgets every fault: from now on calls go well.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    internal void Add(FaultRule rule)
    {
        lock (_gate)
        {
            _rules.Add(rule);
        }
    }

    // Every rule counts the call; the first whose turn it is decides.
    internal Fault? Meet(string service, string operation)
    {
        Fault? met = null;
        foreach (var rule in _rules)
        {
            var fault = rule.Meet(service, operation);
            met ??= fault;
        }

        return met;
    }
}
