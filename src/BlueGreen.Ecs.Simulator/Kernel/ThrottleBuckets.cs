namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>
/// The rates that AWS publishes: for ECS by kind of call, for Elastic Load Balancing by kind and for the account, for ECR by operation.
/// For CodeDeploy, IAM, STS and CloudWatch none are published, and none are kept here.
/// </summary>
internal static class ThrottleBuckets
{
    private static readonly ThrottleBucket Account = new("elasticloadbalancing account", 40, 10);
    private static readonly Dictionary<string, ThrottleBucket[]> ByCall = Read();

    /// <returns>The buckets that a call takes a token of.</returns>
    public static IReadOnlyList<ThrottleBucket> Of(string service, string operation) => ByCall.GetValueOrDefault($"{service}:{operation}", []);

    private static Dictionary<string, ThrottleBucket[]> Read()
    {
        (string Service, string Name, int Burst, double PerSecond, string Operations)[] published =
        [
            ("ecs", "cluster modify", 20, 1, "CreateCluster UpdateCluster DeleteCluster"),
            ("ecs", "cluster read", 50, 20, "DescribeClusters ListClusters"),
            ("ecs", "task definition modify", 20, 1, "RegisterTaskDefinition DeregisterTaskDefinition"),
            ("ecs", "task definition read", 50, 20, "DescribeTaskDefinition ListTaskDefinitions"),
            ("ecs", "task definition delete", 5, 1, "DeleteTaskDefinitions"),
            ("ecs", "capacity provider read", 50, 20, "DescribeCapacityProviders"),
            ("ecs", "tag modify", 20, 10, "TagResource UntagResource"),
            ("ecs", "tag read", 50, 20, "ListTagsForResource"),
            ("ecs", "cluster resource modify", 100, 40, "RunTask StartTask StopTask"),
            ("ecs", "cluster resource read", 100, 20, "DescribeTasks ListTasks"),
            ("ecs", "service modify", 50, 5, "CreateService UpdateService DeleteService"),
            ("ecs", "service read", 100, 20, "DescribeServices ListServices"),
            ("ecs", "service deployment read", 50, 20, "DescribeServiceDeployments ListServiceDeployments"),
            ("ecs", "service revision read", 50, 20, "DescribeServiceRevisions"),
            ("ecs", "task set modify", 100, 20, "CreateTaskSet UpdateTaskSet DeleteTaskSet UpdateServicePrimaryTaskSet"),
            ("elbv2", "resource-intensive", 10, 0.2, "CreateLoadBalancer DeleteLoadBalancer SetSubnets SetSecurityGroups"),
            ("elbv2", "registration", 20, 4, "RegisterTargets DeregisterTargets"),
            ("elbv2", "non-mutating", 200, 50,
                "DescribeLoadBalancers DescribeLoadBalancerAttributes DescribeTargetGroups DescribeTargetGroupAttributes DescribeTargetHealth DescribeListeners "
                + "DescribeListenerAttributes DescribeRules DescribeTags DescribeAccountLimits"),
            ("elbv2", "mutating", 20, 3,
                "ModifyLoadBalancerAttributes CreateTargetGroup ModifyTargetGroup DeleteTargetGroup ModifyTargetGroupAttributes CreateListener ModifyListener "
                + "DeleteListener ModifyListenerAttributes CreateRule ModifyRule DeleteRule SetRulePriorities AddTags RemoveTags"),
            ("ecr", "GetAuthorizationToken", 500, 500, "GetAuthorizationToken"),
            ("ecr", "BatchGetImage", 2000, 2000, "BatchGetImage"),
            ("ecr", "BatchCheckLayerAvailability", 1000, 1000, "BatchCheckLayerAvailability"),
            ("ecr", "PutImage", 10, 10, "PutImage"),
        ];
        var byCall = new Dictionary<string, ThrottleBucket[]>(StringComparer.Ordinal);
        foreach (var (service, name, burst, perSecond, operations) in published)
        {
            // How the account's bucket goes with the larger one of reading calls is not published; here those have only their own.
            var bucket = new ThrottleBucket($"{service} {name}", burst, perSecond);
            ThrottleBucket[] buckets = service == "elbv2" && name != "non-mutating" ? [bucket, Account] : [bucket];
            foreach (var operation in operations.Split(' '))
            {
                byCall.Add($"{service}:{operation}", buckets);
            }
        }

        return byCall;
    }
}
