using Amazon.ElasticLoadBalancingV2;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG316 to BG318: load balancer and listeners are there and ready, and can shift as asked.</summary>
internal sealed class LoadBalancerStateCheck : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around)
    {
        var traffic = around.Plan.Traffic;
        if (around.Balancer.Balancer is { IsMissing: true })
        {
            yield return new("BG316", FindingSeverity.Error, traffic.ProductionListenerArn!, "The load balancer of the production listener does not exist.", "Name a listener that exists in the deployment group or the service.");
        }
        else if (around.Balancer.Balancer?.Value is { State.Code: { } state } balancer && state != LoadBalancerStateEnum.Active && state != LoadBalancerStateEnum.Active_impaired)
        {
            yield return new("BG316", FindingSeverity.Error, balancer.LoadBalancerArn, $"The load balancer is {state}.", "Wait until it is active, or look why it is not.");
        }

        if (around.Balancer.Listeners is { IsMissing: true })
        {
            yield return new("BG317", FindingSeverity.Error, traffic.ProductionListenerArn!, "One of the listeners does not exist.", "Name listeners that exist in the deployment group or the service.");
        }

        if (around.Plan.CodeDeploy is not null && around.Balancer.Balancer?.Value is { Type: { } type } network && type == LoadBalancerTypeEnum.Network && around.Plan.Deployment.Shift.Kind != TrafficShiftKind.AllAtOnce)
        {
            yield return new("BG318", FindingSeverity.Error, network.LoadBalancerArn, $"A Network Load Balancer moves all traffic at once; {around.Plan.Deployment.Shift} needs an Application Load Balancer.", "Shift all at once, or put the service behind an Application Load Balancer.");
        }
    }
}
