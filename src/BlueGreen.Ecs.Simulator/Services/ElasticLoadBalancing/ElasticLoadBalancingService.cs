using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>Elastic Load Balancing v2.</summary>
internal sealed class ElasticLoadBalancingService(World world) : IAwsService
{
    private static readonly OperationTable<LoadBalancing> Operations = new("elbv2")
    {
        ["CreateLoadBalancer"] = LoadBalancerOperations.Create,
        ["DescribeLoadBalancers"] = LoadBalancerOperations.Describe,
        ["DeleteLoadBalancer"] = LoadBalancerOperations.Delete,
        ["SetSecurityGroups"] = LoadBalancerOperations.SetSecurityGroups,
        ["SetSubnets"] = LoadBalancerOperations.SetSubnets,
        ["DescribeLoadBalancerAttributes"] = LoadBalancerOperations.DescribeAttributes,
        ["ModifyLoadBalancerAttributes"] = LoadBalancerOperations.ModifyAttributes,
        ["CreateTargetGroup"] = TargetGroupOperations.Create,
        ["DescribeTargetGroups"] = TargetGroupOperations.Describe,
        ["ModifyTargetGroup"] = TargetGroupOperations.Modify,
        ["DeleteTargetGroup"] = TargetGroupOperations.Delete,
        ["DescribeTargetGroupAttributes"] = TargetGroupOperations.DescribeAttributes,
        ["ModifyTargetGroupAttributes"] = TargetGroupOperations.ModifyAttributes,
        ["RegisterTargets"] = TargetOperations.Register,
        ["DeregisterTargets"] = TargetOperations.Deregister,
        ["DescribeTargetHealth"] = TargetOperations.DescribeHealth,
        ["CreateListener"] = ListenerOperations.Create,
        ["DescribeListeners"] = ListenerOperations.Describe,
        ["ModifyListener"] = ListenerOperations.Modify,
        ["DeleteListener"] = ListenerOperations.Delete,
        ["DescribeListenerAttributes"] = ListenerOperations.DescribeAttributes,
        ["ModifyListenerAttributes"] = ListenerOperations.ModifyAttributes,
        ["CreateRule"] = RuleOperations.Create,
        ["DescribeRules"] = RuleOperations.Describe,
        ["ModifyRule"] = RuleOperations.Modify,
        ["DeleteRule"] = RuleOperations.Delete,
        ["SetRulePriorities"] = RuleOperations.SetPriorities,
        ["DescribeAccountLimits"] = Quotas.Describe,
        ["AddTags"] = TagOperations.Add,
        ["RemoveTags"] = TagOperations.Remove,
        ["DescribeTags"] = TagOperations.Describe,
    };

    public string Name => "elbv2";

    public JsonObject Invoke(AwsCall call) => Operations.Invoke(call, world.In(call.Region).Get(region => new LoadBalancing(region)));
}
