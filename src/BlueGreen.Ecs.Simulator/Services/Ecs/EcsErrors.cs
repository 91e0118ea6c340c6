using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>The errors that ECS answers in more than one place.</summary>
internal static class EcsErrors
{
    public static AwsErrorException Client(string message) => new("ClientException", message);

    public static AwsErrorException InvalidParameter(string message) => new("InvalidParameterException", message);

    public static AwsErrorException ClusterNotFound() => new("ClusterNotFoundException", "Cluster not found.");

    public static AwsErrorException ServiceNotFound() => new("ServiceNotFoundException", "Service not found.");

    public static AwsErrorException ServiceNotActive() => new("ServiceNotActiveException", "Service was not ACTIVE.");

    public static AwsErrorException TaskSetNotFound() => new("TaskSetNotFoundException", "The specified task set does not exist.");
}
