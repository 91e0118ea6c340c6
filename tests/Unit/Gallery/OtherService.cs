using Amazon.EC2.Model;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>Another service of CodeDeploy's beside the seed's, on another kind of load balancer or of capacity.</summary>
internal static class OtherService
{
    public const string Name = "shop";

    private static CancellationToken Token => GalleryScene.Token;

    /// <summary>Makes it, and waits until its version 1 runs.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="balancer">The load balancer's type: <c>application</c> or <c>network</c>.</param>
    /// <param name="launchType">The tasks' launch type: <c>FARGATE</c> or <c>EC2</c>.</param>
    public static async Task CreateAsync(GalleryScene scene, string balancer = "application", string launchType = "FARGATE")
    {
        var (aws, seed) = (scene.Aws, scene.Seed);
        var network = (await aws.Ecs.DescribeServicesAsync(new() { Cluster = seed.ClusterName, Services = [seed.ServiceName] }, Token)).Services[0].TaskSets[0].NetworkConfiguration;
        var made = (await aws.Balancing.CreateLoadBalancerAsync(
            new() { Name = Name, Type = balancer, Subnets = network.AwsvpcConfiguration.Subnets, SecurityGroups = network.AwsvpcConfiguration.SecurityGroups }, Token)).LoadBalancers[0];
        var protocol = balancer == "network" ? "TCP" : "HTTP";
        var groups = new List<string>();
        foreach (var name in new[] { "shop-1", "shop-2" })
        {
            groups.Add((await aws.Balancing.CreateTargetGroupAsync(new() { Name = name, Protocol = protocol, Port = seed.ContainerPort, VpcId = made.VpcId, TargetType = "ip" }, Token)).TargetGroups[0].TargetGroupArn);
        }

        var listener = (await aws.Balancing.CreateListenerAsync(
            new() { LoadBalancerArn = made.LoadBalancerArn, Protocol = protocol, Port = 80, DefaultActions = [new() { Type = "forward", TargetGroupArn = groups[0] }] }, Token)).Listeners[0].ListenerArn;
        if (launchType == "EC2")
        {
            await ReachEcrAsync(scene, made.VpcId, network.AwsvpcConfiguration);
        }

        await aws.Ecs.CreateServiceAsync(
            new()
            {
                Cluster = seed.ClusterName,
                ServiceName = Name,
                TaskDefinition = launchType == "EC2" ? await RegisterForInstancesAsync(scene) : seed.Family,
                DesiredCount = 2,
                LaunchType = launchType,
                DeploymentController = new() { Type = "CODE_DEPLOY" },
                NetworkConfiguration = launchType == "EC2" ? new() { AwsvpcConfiguration = new() { Subnets = network.AwsvpcConfiguration.Subnets, SecurityGroups = network.AwsvpcConfiguration.SecurityGroups } } : network,
                LoadBalancers = [new() { TargetGroupArn = groups[0], ContainerName = GalleryScene.Container, ContainerPort = seed.ContainerPort }],
            },
            Token);
        await CreateGroupAsync(scene, listener);
        scene.Simulator.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    /// <summary>A deployment of version 2.</summary>
    public static DeploymentBuilder Deploy(GalleryScene scene) => Deployment
        .For($"{scene.Seed.ClusterName}/{Name}")
        .WithTaskDef(running => running.WithContainer(GalleryScene.Container, container => container.WithImage(scene.Seed.ImageV2)))
        .Shift(TrafficShift.Canary10Percent5Minutes);

    // Tasks on instances have no public addresses.
    private static async Task ReachEcrAsync(GalleryScene scene, string vpc, Amazon.ECS.Model.AwsVpcConfiguration network)
    {
        foreach (var service in new[] { "ecr.api", "ecr.dkr", "logs" })
        {
            await scene.Aws.Ec2.CreateVpcEndpointAsync(
                new CreateVpcEndpointRequest { VpcId = vpc, ServiceName = $"com.amazonaws.{scene.Seed.Region}.{service}", VpcEndpointType = "Interface", SubnetIds = network.Subnets, SecurityGroupIds = network.SecurityGroups }, Token);
        }

        var tables = await scene.Aws.Ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new() { Name = "vpc-id", Values = [vpc] }] }, Token);
        await scene.Aws.Ec2.CreateVpcEndpointAsync(
            new CreateVpcEndpointRequest { VpcId = vpc, ServiceName = $"com.amazonaws.{scene.Seed.Region}.s3", VpcEndpointType = "Gateway", RouteTableIds = tables.RouteTables.ConvertAll(table => table.RouteTableId) }, Token);
    }

    private static async Task CreateGroupAsync(GalleryScene scene, string listener)
    {
        var target = CodeDeployTarget.DefaultFor(ServiceReference.Parse($"{scene.Seed.ClusterName}/{Name}"));
        var like = (await scene.Aws.CodeDeploy.GetDeploymentGroupAsync(new() { ApplicationName = scene.Seed.ApplicationName, DeploymentGroupName = scene.Seed.DeploymentGroupName }, Token)).DeploymentGroupInfo;
        await scene.Aws.CodeDeploy.CreateApplicationAsync(new() { ApplicationName = target.Application, ComputePlatform = "ECS" }, Token);
        await scene.Aws.CodeDeploy.CreateDeploymentGroupAsync(
            new()
            {
                ApplicationName = target.Application,
                DeploymentGroupName = target.DeploymentGroup,
                ServiceRoleArn = like.ServiceRoleArn,
                DeploymentConfigName = "CodeDeployDefault.ECSAllAtOnce",
                DeploymentStyle = like.DeploymentStyle,
                BlueGreenDeploymentConfiguration = like.BlueGreenDeploymentConfiguration,
                AutoRollbackConfiguration = like.AutoRollbackConfiguration,
                EcsServices = [new() { ClusterName = scene.Seed.ClusterName, ServiceName = Name }],
                LoadBalancerInfo = new()
                {
                    TargetGroupPairInfoList = [new() { TargetGroups = [new() { Name = "shop-1" }, new() { Name = "shop-2" }], ProdTrafficRoute = new() { ListenerArns = [listener] } }],
                },
            },
            Token);
    }

    private static async Task<string> RegisterForInstancesAsync(GalleryScene scene)
    {
        var like = (await scene.Aws.Ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = scene.Seed.Family }, Token)).TaskDefinition;
        var registered = await scene.Aws.Ecs.RegisterTaskDefinitionAsync(
            new()
            {
                Family = Name,
                ContainerDefinitions = like.ContainerDefinitions,
                ExecutionRoleArn = like.ExecutionRoleArn,
                NetworkMode = like.NetworkMode,
                RequiresCompatibilities = ["EC2"],
                Cpu = like.Cpu,
                Memory = like.Memory,
            },
            Token);
        return registered.TaskDefinition.TaskDefinitionArn;
    }
}
