using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The service's errors in AWS's words.</summary>
internal static class ElbErrors
{
    public static AwsErrorException LoadBalancerNotFound { get => new("LoadBalancerNotFound", "One or more load balancers not found"); }

    public static AwsErrorException TargetGroupNotFound { get => new("TargetGroupNotFound", "One or more target groups not found"); }

    public static AwsErrorException ListenerNotFound { get => new("ListenerNotFound", "One or more listeners not found"); }

    public static AwsErrorException RuleNotFound { get => new("RuleNotFound", "One or more rules not found"); }

    public static AwsErrorException Validation(string message) => new("ValidationError", message);

    public static AwsErrorException InvalidConfiguration(string message) => new("InvalidConfigurationRequest", message);

    public static AwsErrorException NotPermitted(string message) => new("OperationNotPermitted", message);

    public static AwsErrorException PriorityInUse(int priority) => new("PriorityInUse", $"Priority '{priority}' is currently in use");
}
