namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>A target group's share of an action's traffic, relative to the others'.</summary>
internal sealed record TargetGroupWeight(string TargetGroupArn, int Weight);
