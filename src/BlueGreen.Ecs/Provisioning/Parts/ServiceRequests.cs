using Amazon.EC2.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Engines.EcsNative;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The requests that make a service and its first task set. Pure.</summary>
internal static class ServiceRequests
{
    /// <summary>A service in the first target group; one with the controller <c>EXTERNAL</c> has nothing but its size, all else is its task sets'.</summary>
    public static CreateServiceRequest Service(BlueGreenEnvironment environment, KnownParts known)
    {
        var service = environment.Service;
        var request = new CreateServiceRequest
        {
            Cluster = environment.Cluster.Name,
            ServiceName = service.Name,
            DesiredCount = service.DesiredCount,
            DeploymentController = new() { Type = ControllerOf(service.Controller) },
            Tags = Tags(environment),
        };
        if (service.Controller == EnvironmentController.External)
        {
            return request;
        }

        request.TaskDefinition = known.Get(PartIds.TaskDefinition(environment)).Arn;
        request.LaunchType = LaunchTypeOf(environment);
        request.NetworkConfiguration = Network(environment, known);
        request.LoadBalancers = [Balancer(environment, known)];
        request.DeploymentConfiguration = service.Controller == EnvironmentController.EcsNative ? Configuration(environment) : null;
        return request;
    }

    /// <summary>The task set of the first version.</summary>
    public static CreateTaskSetRequest TaskSet(BlueGreenEnvironment environment, KnownParts known) => new()
    {
        Cluster = environment.Cluster.Name,
        Service = environment.Service.Name,
        ExternalId = environment.Name,
        TaskDefinition = known.Get(PartIds.TaskDefinition(environment)).Arn,
        LaunchType = LaunchTypeOf(environment),
        NetworkConfiguration = Network(environment, known),
        LoadBalancers = [Balancer(environment, known)],
        Scale = new() { Unit = ScaleUnit.PERCENT, Value = 100 },
        Tags = Tags(environment),
    };

    public static DeploymentControllerType ControllerOf(EnvironmentController controller) => controller switch
    {
        EnvironmentController.CodeDeploy => DeploymentControllerType.CODE_DEPLOY,
        EnvironmentController.External => DeploymentControllerType.EXTERNAL,
        _ => DeploymentControllerType.ECS,
    };

    private static List<Aws.Tag> Tags(BlueGreenEnvironment environment) => EnvironmentTags.To(environment, (key, value) => new Aws.Tag { Key = key, Value = value });

    public static LaunchType LaunchTypeOf(BlueGreenEnvironment environment) => environment.TaskDefinition.RequiresCompatibilities.Contains(Compatibility.Fargate) ? LaunchType.FARGATE : LaunchType.EC2;

    // Other network modes use the instance's addresses.
    private static NetworkConfiguration? Network(BlueGreenEnvironment environment, KnownParts known) => environment.TaskDefinition.NetworkMode != NetworkMode.Awsvpc ? null : new()
    {
        AwsvpcConfiguration = new()
        {
            Subnets = [.. known.Get(PartIds.Network(environment)).As<NetworkFound>().TaskSubnets],
            SecurityGroups = environment.Network.TaskSecurityGroups.Count > 0 ? [.. environment.Network.TaskSecurityGroups] : [known.Get(PartIds.TaskGroup(environment)).As<SecurityGroup>().GroupId],
            AssignPublicIp = environment.Network.AssignPublicIp ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED,
        },
    };

    private static LoadBalancer Balancer(BlueGreenEnvironment environment, KnownParts known) => new()
    {
        TargetGroupArn = known.Get(PartIds.TargetGroup(environment.TargetGroups.Blue)).Arn,
        ContainerName = environment.Service.ContainerName,
        ContainerPort = environment.Service.ContainerPort,
        AdvancedConfiguration = environment.Service.Controller != EnvironmentController.EcsNative ? null : new()
        {
            AlternateTargetGroupArn = known.Get(PartIds.TargetGroup(environment.TargetGroups.Green)).Arn,
            ProductionListenerRule = RuleOf(environment, environment.ProductionListener, known),
            TestListenerRule = environment.TestListener is { } test ? RuleOf(environment, test, known) : null,
            RoleArn = known.Get(PartIds.Role(environment.TrafficRole!)).Arn,
        },
    };

    private static string? RuleOf(BlueGreenEnvironment environment, EnvironmentListener listener, KnownParts known) =>
        known.Get(PartIds.Listener(environment, listener)).As<ListenerFound>().DefaultRuleArn;

    private static DeploymentConfiguration Configuration(BlueGreenEnvironment environment)
    {
        var wanted = environment.Deployments;
        return new()
        {
            Strategy = NativeStrategy.Of(wanted.Shift),
            CanaryConfiguration = NativeStrategy.Canary(wanted.Shift),
            LinearConfiguration = NativeStrategy.Linear(wanted.Shift),
            BakeTimeInMinutes = (int)wanted.Bake.TotalMinutes,
            DeploymentCircuitBreaker = new() { Enable = wanted.RollsBack, Rollback = wanted.RollsBack },
            Alarms = environment.Alarms.Count == 0 ? null : new() { AlarmNames = [.. environment.Alarms.Select(alarm => alarm.Name)], Enable = true, Rollback = wanted.RollsBack },
        };
    }
}
