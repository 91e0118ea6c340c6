using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>Troubles that AWS refuses at once, or that who deploys with this library cannot have; each is tried all the same.</summary>
internal static class RuledOutTroubles
{
    private static CancellationToken Token => GalleryScene.Token;

    public static IEnumerable<Trouble> All { get; } =
    [
        new("UpdateService for a service of CodeDeploy's")
        {
            RuledOut = "the engine is chosen by the service's controller: CodeDeploy is asked, not ECS",
            Happen = async scene =>
            {
                var refused = () => scene.Aws.Ecs.UpdateServiceAsync(new() { Cluster = scene.Seed.ClusterName, Service = scene.Seed.ServiceName, TaskDefinition = scene.Seed.Family, ForceNewDeployment = true }, Token);
                await refused.Should().ThrowAsync<InvalidParameterException>();
                await SucceedAsync(scene, GalleryScene.Deploy());
                return null;
            },
        },
        new("the client gives up after 30 minutes")
        {
            Seed = new() { TerminationWait = TimeSpan.FromHours(2) },
            RuledOut = "the deadline is the schedule with all its waits",
            Happen = async scene =>
            {
                (await SucceedAsync(scene, GalleryScene.Deploy())).Duration.Should().BeGreaterThan(TimeSpan.FromHours(2));
                return null;
            },
        },
        new("calls are throttled")
        {
            RuledOut = "what was throttled is asked again",
            Happen = async scene =>
            {
                scene.Simulator.Faults.On("*").Every(4).Throttle();
                await SucceedAsync(scene, GalleryScene.Deploy(), scene.StartProcess(checksSurroundings: false, retries: true).Deployer);
                return null;
            },
        },
        new("the application is of another compute platform")
        {
            RuledOut = "AWS makes no such deployment group for an ECS service; one without a service is refused by the plan",
            Happen = async scene =>
            {
                var group = (await scene.Aws.CodeDeploy.GetDeploymentGroupAsync(new() { ApplicationName = scene.Seed.ApplicationName, DeploymentGroupName = scene.Seed.DeploymentGroupName }, Token)).DeploymentGroupInfo;
                await scene.Aws.CodeDeploy.DeleteDeploymentGroupAsync(new() { ApplicationName = scene.Seed.ApplicationName, DeploymentGroupName = scene.Seed.DeploymentGroupName }, Token);
                await scene.Aws.CodeDeploy.CreateApplicationAsync(new() { ApplicationName = "servers", ComputePlatform = "Server" }, Token);
                var create = () => CreateGroupAsync(scene, "servers", "web", group);
                await create.Should().ThrowAsync<Amazon.CodeDeploy.AmazonCodeDeployException>();
                await RefusedAsync<DeploymentGroupNotFoundException>(scene, GalleryScene.Deploy().WithCodeDeploy("servers", "web"));
                return null;
            },
        },
        new("a second deployment group for one service")
        {
            RuledOut = "AWS makes no second one; a plan names the group that is missing",
            Happen = async scene =>
            {
                var group = (await scene.Aws.CodeDeploy.GetDeploymentGroupAsync(new() { ApplicationName = scene.Seed.ApplicationName, DeploymentGroupName = scene.Seed.DeploymentGroupName }, Token)).DeploymentGroupInfo;
                var create = () => CreateGroupAsync(scene, scene.Seed.ApplicationName, "second", group);
                await create.Should().ThrowAsync<Amazon.CodeDeploy.Model.ECSServiceMappingLimitExceededException>();
                await RefusedAsync<DeploymentGroupNotFoundException>(scene, GalleryScene.Deploy().WithCodeDeploy(scene.Seed.ApplicationName, "second"));
                return null;
            },
        },
        new("the service is not one of CodeDeploy's")
        {
            RuledOut = "AWS makes no deployment group for it, and it is deployed by the engine of its own controller",
            Happen = async scene =>
            {
                var network = (await scene.Aws.Ecs.DescribeServicesAsync(new() { Cluster = scene.Seed.ClusterName, Services = [scene.Seed.ServiceName] }, Token)).Services[0].TaskSets[0].NetworkConfiguration;
                await scene.Aws.Ecs.CreateServiceAsync(
                    new() { Cluster = scene.Seed.ClusterName, ServiceName = "rolling", TaskDefinition = scene.Seed.Family, DesiredCount = 1, LaunchType = "FARGATE", NetworkConfiguration = network }, Token);
                var like = (await scene.Aws.CodeDeploy.GetDeploymentGroupAsync(new() { ApplicationName = scene.Seed.ApplicationName, DeploymentGroupName = scene.Seed.DeploymentGroupName }, Token)).DeploymentGroupInfo;
                like.EcsServices = [new() { ClusterName = scene.Seed.ClusterName, ServiceName = "rolling" }];
                var create = () => CreateGroupAsync(scene, scene.Seed.ApplicationName, "rolling", like);
                await create.Should().ThrowAsync<Amazon.CodeDeploy.Model.InvalidECSServiceException>();
                return null;
            },
        },
        new("the target group has no load balancer yet")
        {
            RuledOut = "ECS makes no such service, and a plan needs one that serves",
            Happen = async scene =>
            {
                var pair = await scene.Aws.Balancing.DescribeTargetGroupsAsync(new() { Names = [scene.Seed.TargetGroupNames[0]] }, Token);
                var made = await scene.Aws.Balancing.CreateTargetGroupAsync(new() { Name = "lonely", Protocol = "HTTP", Port = 5000, VpcId = pair.TargetGroups[0].VpcId, TargetType = "ip" }, Token);
                var serving = (await scene.Aws.Ecs.DescribeServicesAsync(new() { Cluster = scene.Seed.ClusterName, Services = [scene.Seed.ServiceName] }, Token)).Services[0].TaskSets[0];
                var create = () => scene.Aws.Ecs.CreateServiceAsync(
                    new()
                    {
                        Cluster = scene.Seed.ClusterName,
                        ServiceName = "lonely",
                        TaskDefinition = scene.Seed.Family,
                        DesiredCount = 1,
                        LaunchType = "FARGATE",
                        NetworkConfiguration = serving.NetworkConfiguration,
                        DeploymentController = new() { Type = "CODE_DEPLOY" },
                        LoadBalancers = [new() { TargetGroupArn = made.TargetGroups[0].TargetGroupArn, ContainerName = GalleryScene.Container, ContainerPort = 5000 }],
                    },
                    Token);
                await create.Should().ThrowAsync<InvalidParameterException>().WithMessage("*does not have an associated load balancer*");
                await RefusedAsync<ServiceNotFoundException>(scene, Deployment.For("web/lonely").WithTaskDef("Fixtures/seed/taskdef.json").WithImage("IMAGE1_NAME", scene.Seed.ImageV2).Shift(TrafficShift.AllAtOnce));
                return null;
            },
        },
    ];

    private static async Task<DeploymentResult> SucceedAsync(GalleryScene scene, DeploymentBuilder deployment, IDeployer? deployer = null)
    {
        var result = await scene.Simulator.Clock.DriveAsync((deployer ?? scene.Aws.Deployer).DeployAsync(deployment.Build(), cancellationToken: Token));
        return result.EnsureSucceeded();
    }

    private static async Task RefusedAsync<T>(GalleryScene scene, DeploymentBuilder deployment)
        where T : Exception => await FluentActions.Awaiting(() => scene.Simulator.Clock.DriveAsync(scene.Aws.Deployer.PlanAsync(deployment.Build(), Token))).Should().ThrowAsync<T>();

    private static Task<Amazon.CodeDeploy.Model.CreateDeploymentGroupResponse> CreateGroupAsync(GalleryScene scene, string application, string name, Amazon.CodeDeploy.Model.DeploymentGroupInfo like) => scene.Aws.CodeDeploy.CreateDeploymentGroupAsync(
        new()
        {
            ApplicationName = application,
            DeploymentGroupName = name,
            ServiceRoleArn = like.ServiceRoleArn,
            DeploymentStyle = like.DeploymentStyle,
            BlueGreenDeploymentConfiguration = like.BlueGreenDeploymentConfiguration,
            EcsServices = like.EcsServices,
            LoadBalancerInfo = like.LoadBalancerInfo,
        },
        Token);
}
