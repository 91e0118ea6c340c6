using Amazon.EC2.Model;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>Subnets, security groups, target groups, listeners and room for tasks.</summary>
internal static class NetworkTroubles
{
    private static CancellationToken Token => GalleryScene.Token;

    public static IEnumerable<Trouble> All { get; } =
    [
        new("the tasks have no way to ECR")
        {
            Deployment = scene => GalleryScene.Deploy().WithAppSpec(SpecOf(scene, network => network with { AssignPublicIp = false })),
            Before = "BG263",
            After = "BG907",
        },
        new("the tasks' security group does not admit the load balancer")
        {
            Deployment = scene => GalleryScene.Deploy().WithAppSpec(SpecOf(scene, network => network with { SecurityGroups = [ClosedGroup(scene)] })),
            Before = "BG264",
            After = "BG917",
        },
        new("a subnet does not exist")
        {
            Deployment = scene => GalleryScene.Deploy().WithAppSpec(SpecOf(scene, network => network with { Subnets = ["subnet-0123456789abcdef0"] })),
            Before = "BG265",
        },
        new("the subnets have no free address")
        {
            Cause = scene =>
            {
                foreach (var subnet in NetworkOf(scene).Subnets)
                {
                    scene.Simulator.Capacity.LeaveFreeAddresses(subnet);
                }

                return Task.CompletedTask;
            },
            Before = "BG262",
            After = "BG926",
        },
        new("the new version answers the health check with 500")
        {
            Cause = scene =>
            {
                scene.Version2.FailsHealthChecks();
                return Task.CompletedTask;
            },
            After = "BG916",
        },
        new("the new version starts too slowly for the health check")
        {
            Cause = scene =>
            {
                scene.Version2.StartsSlowly(TimeSpan.FromMinutes(20));
                return Task.CompletedTask;
            },
            After = "BG917",
        },
        new("all at once, and nobody has looked at the new version's health")
        {
            Seed = new() { TestPort = null },
            Cause = scene =>
            {
                scene.Version2.FailsHealthChecks();
                return Task.CompletedTask;
            },
            Deployment = _ => GalleryScene.Deploy().Shift(TrafficShift.AllAtOnce),
            Before = "BG414",
        },
        new("the listener forwards to a target group outside of the pair")
        {
            Cause = async scene => await scene.Aws.Balancing.ModifyListenerAsync(
                new() { ListenerArn = scene.Seed.ProductionListenerArn, DefaultActions = [new() { Type = "forward", TargetGroupArn = await OtherGroupAsync(scene, "other") }] }, Token),
            Before = "BG301",
            Happen = scene => scene.ExplainOthersAsync(),
            After = "BG919",
        },
        new("the service's target group is not one of the pair")
        {
            Cause = async scene =>
            {
                await OtherGroupAsync(scene, "other");
                var group = (await scene.Aws.CodeDeploy.GetDeploymentGroupAsync(new() { ApplicationName = scene.Seed.ApplicationName, DeploymentGroupName = scene.Seed.DeploymentGroupName }, Token)).DeploymentGroupInfo;
                var info = group.LoadBalancerInfo;
                info.TargetGroupPairInfoList[0].TargetGroups = [new() { Name = scene.Seed.TargetGroupNames[1] }, new() { Name = "other" }];
                await scene.Aws.CodeDeploy.UpdateDeploymentGroupAsync(
                    new() { ApplicationName = scene.Seed.ApplicationName, CurrentDeploymentGroupName = scene.Seed.DeploymentGroupName, LoadBalancerInfo = info }, Token);
            },
            Before = "BG401",
            Happen = scene => scene.ExplainOthersAsync(),
            After = "BG920",
        },
        new("the version that serves is not healthy")
        {
            Cause = scene =>
            {
                scene.Simulator.Images[scene.Seed.ImageV1].FailsHealthChecks();
                scene.Simulator.Clock.Advance(TimeSpan.FromMinutes(5));
                return Task.CompletedTask;
            },
            Before = "BG315",
        },
        new("a test listener that was deleted")
        {
            Cause = async scene => await scene.Aws.Balancing.DeleteListenerAsync(new() { ListenerArn = scene.Seed.TestListenerArn! }, Token),
            Before = "BG317",
        },
        new("Fargate's limit of vCPUs is reached")
        {
            Seed = new SeedEnvironmentOptions { DesiredCount = 16 },
            Cause = scene =>
            {
                scene.Simulator.Capacity.FargateVcpus = 6;
                return Task.CompletedTask;
            },
            Before = "BG261",
            After = "BG924",
        },
        new("no container instance has room for a second version")
        {
            Cause = async scene =>
            {
                scene.Simulator.Capacity.ContainerInstanceTasks = 2;
                await OtherService.CreateAsync(scene, launchType: "EC2");
            },
            Deployment = OtherService.Deploy,
            After = "BG923",
        },
        new("a canary behind a Network Load Balancer")
        {
            Cause = scene => OtherService.CreateAsync(scene, balancer: "network"),
            Deployment = OtherService.Deploy,
            Before = "BG318",
            After = "BG922",
        },
        new("a target group of the pair is behind another load balancer")
        {
            Seed = new() { TestPort = null },
            Cause = async scene =>
            {
                var network = NetworkOf(scene);
                var other = (await scene.Aws.Balancing.CreateLoadBalancerAsync(new() { Name = "other", Subnets = [.. network.Subnets], SecurityGroups = [.. network.SecurityGroups] }, Token)).LoadBalancers[0];
                await scene.Aws.Balancing.CreateListenerAsync(
                    new() { LoadBalancerArn = other.LoadBalancerArn, Protocol = "HTTP", Port = 80, DefaultActions = [new() { Type = "forward", TargetGroupArn = scene.Seed.TargetGroupArns[1] }] }, Token);
            },
            Before = "BG313",
            After = "BG928",
        },
        new("Fargate has no capacity")
        {
            Cause = scene =>
            {
                scene.Simulator.Capacity.FargateIsUnavailable = true;
                return Task.CompletedTask;
            },
            After = "BG925",
        },
    ];

    private static AwsvpcConfiguration NetworkOf(GalleryScene scene) => Plan(scene).Service.Network!;

    private static DeploymentPlan Plan(GalleryScene scene) => scene.Aws.Deployer.PlanAsync(GalleryScene.Deploy().Build(), Token).GetAwaiter().GetResult();

    private static AppSpec SpecOf(GalleryScene scene, Func<AwsvpcConfiguration, AwsvpcConfiguration> change) =>
        new() { ContainerName = GalleryScene.Container, ContainerPort = scene.Seed.ContainerPort, Network = change(NetworkOf(scene)) };

    // A security group of one's own admits nobody.
    private static string ClosedGroup(GalleryScene scene)
    {
        var subnet = scene.Aws.Ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [NetworkOf(scene).Subnets[0]] }, Token).GetAwaiter().GetResult().Subnets[0];
        return scene.Aws.Ec2.CreateSecurityGroupAsync(new CreateSecurityGroupRequest { GroupName = "closed", Description = "closed", VpcId = subnet.VpcId }, Token).GetAwaiter().GetResult().GroupId;
    }

    private static async Task<string> OtherGroupAsync(GalleryScene scene, string name)
    {
        var pair = await scene.Aws.Balancing.DescribeTargetGroupsAsync(new() { Names = [scene.Seed.TargetGroupNames[0]] }, Token);
        var made = await scene.Aws.Balancing.CreateTargetGroupAsync(
            new() { Name = name, Protocol = "HTTP", Port = scene.Seed.ContainerPort, VpcId = pair.TargetGroups[0].VpcId, TargetType = "ip" }, Token);
        return made.TargetGroups[0].TargetGroupArn;
    }
}
