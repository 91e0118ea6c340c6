namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>One target's health has changed.</summary>
internal sealed record TargetHealthChange(string TargetGroupArn, string Ip, int Port, TargetHealth Health);
