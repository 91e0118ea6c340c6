using Amazon.ECS.Model;
using BlueGreen.Ecs.Engines.EcsNative;

namespace BlueGreen.Ecs.Preflight.EcsNative;

/// <summary>BG212: the service says all that ECS must know to move traffic.</summary>
internal sealed class AdvancedConfigurationCheck : IEcsNativeCheck
{
    public IEnumerable<Finding> Check(EcsNativeFacts facts)
    {
        foreach (var balancer in facts.LoadBalancers)
        {
            var missing = Missing(balancer.AdvancedConfiguration).ToList();
            if (missing.Count > 0)
            {
                yield return new("BG212", FindingSeverity.Error, balancer.TargetGroupArn ?? facts.Service.Arn, $"The load balancer's advancedConfiguration has no {string.Join(", no ", missing)}.", "Set them by UpdateService: the second target group, the ARN of the production listener's rule (the default rule counts; of a Network Load Balancer the listener's ARN), and the infrastructure role that may change them.");
            }
        }
    }

    private static IEnumerable<string> Missing(AdvancedConfiguration? configuration)
    {
        if (string.IsNullOrEmpty(configuration?.AlternateTargetGroupArn))
        {
            yield return "alternateTargetGroupArn";
        }

        if (string.IsNullOrEmpty(configuration?.ProductionListenerRule))
        {
            yield return "productionListenerRule";
        }

        if (string.IsNullOrEmpty(configuration?.RoleArn))
        {
            yield return "roleArn";
        }
    }
}
