namespace BlueGreen.Ecs.Watching;

/// <summary>
/// How fast the runs of a set of AWS clients may look, all together. Of each rate that AWS publishes for an account and region half is used, so that other callers and other
/// processes have room; where AWS publishes none, the rate is a careful one of our own
/// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html">Amazon ECS</see>,
/// <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/throttling.html">Elastic Load Balancing</see>).
/// </summary>
internal sealed class ReadBudgets(TimeProvider clock)
{
    private const double Share = 0.5;

    /// <summary>DescribeServiceDeployments; published are 50 at once and 20 a second.</summary>
    public TokenBucket ServiceDeployments { get; } = new(50 * Share, 20 * Share, clock);

    /// <summary>DescribeTaskSets, which stands in no published list; taken to be as DescribeServices, 100 at once and 20 a second.</summary>
    public TokenBucket TaskSets { get; } = new(100 * Share, 20 * Share, clock);

    /// <summary>What reads load balancers. How the account's bucket, 40 at once and 10 a second, goes with the larger one of reads is not published: the smaller one counts.</summary>
    public TokenBucket LoadBalancing { get; } = new(40 * Share, 10 * Share, clock);

    /// <summary>What reads deployments of CodeDeploy, which publishes no rate: ten a second are what 150 of <c>aws ecs deploy</c> make.</summary>
    public TokenBucket CodeDeploy { get; } = new(20, 10, clock);

    /// <summary>Looks at executions of CodePipeline, two calls each, which publishes no rate: five a second, of our own.</summary>
    public TokenBucket Pipelines { get; } = new(10, 5, clock);

    /// <summary>DescribeAlarms, of our own: five a second.</summary>
    public TokenBucket Alarms { get; } = new(10, 5, clock);
}
