using Amazon.CodeDeploy.Model;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Reads what groups and deployments say of their load balancer: one pair of target groups, and a listener for each kind of traffic.</summary>
internal static class LoadBalancerInfoExtensions
{
    extension(LoadBalancerInfo? info)
    {
        public string? ProductionListener => info?.Pair?.ProdTrafficRoute?.ListenerArns?.FirstOrDefault();

        public string? TestListener => info?.Pair?.TestTrafficRoute?.ListenerArns?.FirstOrDefault();

        /// <summary>The names of the two target groups.</summary>
        public IReadOnlyList<string> TargetGroups => info?.Pair?.TargetGroups?.ConvertAll(group => group.Name) ?? [];

        private TargetGroupPairInfo? Pair => info?.TargetGroupPairInfoList?.FirstOrDefault();
    }
}
