using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Whether there is room for one more task, as <see cref="SimulatedCapacity"/> has it.</summary>
internal static class Placement
{
    private const string Guide = "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";
    private const string NoVcpus = "You've reached the limit on the number of vCPUs you can run concurrently";
    private const string NoFargate = "Capacity is unavailable at this time. Please try again later or in a different availability zone";

    /// <returns>Why a task of a service cannot be placed, in the words of service events, or <see langword="null"/>.</returns>
    public static string? FindError(EcsState state, Cluster cluster, TaskDefinition definition, string launchType) =>
        Find(state, cluster, definition, launchType) switch
        {
            null => null,
            Lack.NoInstances => $"was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. {Guide}",
            Lack.NoRoom => "was unable to place a task because no container instance met all of its requirements. The closest matching container-instance has insufficient "
                + $"memory available. {Guide}",
            Lack.NoVcpus => $"was unable to place a task. Reason: {NoVcpus}. {Guide}",
            _ => $"was unable to place a task. Reason: {NoFargate}. {Guide}",
        };

    /// <returns>Why RunTask starts no further task, in the words of its <c>failures</c>, or <see langword="null"/>.</returns>
    /// <exception cref="AwsErrorException">The whole call is refused: there are no instances, or the quota is used up.</exception>
    public static string? FindFailure(EcsState state, Cluster cluster, TaskDefinition definition, string launchType) =>
        Find(state, cluster, definition, launchType) switch
        {
            null => null,
            Lack.NoInstances => throw EcsErrors.InvalidParameter("No Container Instances were found in your cluster."),
            Lack.NoRoom => "RESOURCE:MEMORY",
            Lack.NoVcpus => throw new AwsErrorException("ThrottlingException", $"{NoVcpus}."),
            _ => NoFargate,
        };

    private static Lack? Find(EcsState state, Cluster cluster, TaskDefinition definition, string launchType)
    {
        var capacity = state.World.Capacity;
        if (launchType is "EC2")
        {
            return capacity.ContainerInstanceTasks is not { } most ? null
                : most == 0 ? Lack.NoInstances
                : cluster.Tasks.Values.Count(task => task is { IsStopped: false, LaunchType: "EC2" }) >= most ? Lack.NoRoom : null;
        }

        return capacity.FargateIsUnavailable ? Lack.NoFargate
            : capacity.FargateVcpus is { } quota && Used(state) + Vcpus(definition) > quota ? Lack.NoVcpus : null;
    }

    private static double Used(EcsState state) => state.Clusters.Values.SelectMany(cluster => cluster.Tasks.Values)
        .Where(task => task is { IsStopped: false, LaunchType: not "EC2" }).Sum(task => Vcpus(task.TaskDefinition));

    private static double Vcpus(TaskDefinition definition) => (TaskSize.ReadCpu(definition.Document.Text("cpu")) ?? 0) / 1024.0;

    private enum Lack
    {
        NoInstances,
        NoRoom,
        NoVcpus,
        NoFargate,
    }
}
