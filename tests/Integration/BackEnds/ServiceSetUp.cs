using Amazon.CloudWatchLogs;
using Amazon.CodeDeploy;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Microsoft.Extensions.DependencyInjection;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>Creates the seed's service in any back end, through the library's own clients.</summary>
internal static class ServiceSetUp
{
    public static async Task CreateAsync(IServiceProvider services, IBackEnd backEnd, string image, CancellationToken cancellationToken)
    {
        var ecs = services.GetRequiredService<IAmazonECS>();
        await PushImagesAsync(services.GetRequiredService<IAmazonECR>(), cancellationToken);
        await services.GetRequiredService<IAmazonCloudWatchLogs>().CreateLogGroupAsync(new() { LogGroupName = "/ecs/aws-ecs-getting-started" }, cancellationToken);
        await CreateRolesAsync(services.GetRequiredService<IAmazonIdentityManagementService>(), cancellationToken);
        var network = await FindNetworkAsync(services.GetRequiredService<IAmazonEC2>(), cancellationToken);
        var (listener, blue, green) = await CreateBalancerAsync(services.GetRequiredService<IAmazonElasticLoadBalancingV2>(), network, cancellationToken);
        await ecs.CreateClusterAsync(new() { ClusterName = "web" }, cancellationToken);
        await ecs.RegisterTaskDefinitionAsync(
            new()
            {
                Family = "ecs-admin-test",
                RequiresCompatibilities = ["FARGATE"],
                NetworkMode = Amazon.ECS.NetworkMode.Awsvpc,
                Cpu = "256",
                Memory = "512",
                ExecutionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
                ContainerDefinitions = [new() { Name = "labo-terraform-admin", Image = image, Memory = 512, PortMappings = [new() { ContainerPort = 5000 }] }],
            },
            cancellationToken);
        await ecs.CreateServiceAsync(
            new()
            {
                Cluster = "web",
                ServiceName = "labo-terraform-admin",
                TaskDefinition = "ecs-admin-test",
                DesiredCount = 2,
                LaunchType = LaunchType.FARGATE,
                NetworkConfiguration = !backEnd.RunsTasks ? null : new() { AwsvpcConfiguration = new() { Subnets = [.. network.Subnets], AssignPublicIp = AssignPublicIp.ENABLED } },
                DeploymentController = new() { Type = DeploymentControllerType.CODE_DEPLOY },
                LoadBalancers = [new Amazon.ECS.Model.LoadBalancer { TargetGroupArn = blue, ContainerName = "labo-terraform-admin", ContainerPort = 5000 }],
            },
            cancellationToken);
        await CreateGroupAsync(services.GetRequiredService<IAmazonCodeDeploy>(), listener, NameOf(blue), NameOf(green), cancellationToken);
        if (backEnd.RunsTasks)
        {
            await UntilHealthyAsync(services.GetRequiredService<IAmazonElasticLoadBalancingV2>(), blue, cancellationToken);
        }
    }

    private static async Task CreateRolesAsync(IAmazonIdentityManagementService iam, CancellationToken cancellationToken)
    {
        // Not every back end knows AWS's managed policies.
        foreach (var (name, service, actions) in new[]
        {
            ("ecsTaskExecutionRole", "ecs-tasks.amazonaws.com", """["ecr:*","logs:*"]"""),
            ("CodeDeployECSRole", "codedeploy.amazonaws.com", """["ecs:*","elasticloadbalancing:*","cloudwatch:DescribeAlarms","iam:PassRole"]"""),
        })
        {
            var trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""";
            await iam.CreateRoleAsync(new() { RoleName = name, AssumeRolePolicyDocument = trust }, cancellationToken);
            var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":{{actions}},"Resource":"*"}]}""";
            await iam.PutRolePolicyAsync(new() { RoleName = name, PolicyName = "work", PolicyDocument = policy }, cancellationToken);
        }
    }

    // The region's default VPC, which every back end has.
    private static async Task<Network> FindNetworkAsync(IAmazonEC2 ec2, CancellationToken cancellationToken)
    {
        var found = await ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [new() { Name = "default-for-az", Values = ["true"] }] }, cancellationToken);
        return new(found.Subnets[0].VpcId, [.. found.Subnets.Take(2).Select(subnet => subnet.SubnetId)]);
    }

    private static async Task<(string Listener, string Blue, string Green)> CreateBalancerAsync(IAmazonElasticLoadBalancingV2 balancing, Network network, CancellationToken cancellationToken)
    {
        var balancer = await balancing.CreateLoadBalancerAsync(new() { Name = "labo", Subnets = [.. network.Subnets] }, cancellationToken);
        var groups = new List<string>();
        foreach (var name in new[] { "labo-1", "labo-2" })
        {
            var made = await balancing.CreateTargetGroupAsync(new() { Name = name, Port = 5000, Protocol = ProtocolEnum.HTTP, TargetType = TargetTypeEnum.Ip, VpcId = network.Vpc }, cancellationToken);
            groups.Add(made.TargetGroups[0].TargetGroupArn);
        }

        var listener = await balancing.CreateListenerAsync(
            new()
            {
                LoadBalancerArn = balancer.LoadBalancers[0].LoadBalancerArn,
                Port = 80,
                Protocol = ProtocolEnum.HTTP,
                DefaultActions = [new() { Type = ActionTypeEnum.Forward, TargetGroupArn = groups[0] }],
            },
            cancellationToken);
        await UntilActiveAsync(balancing, balancer.LoadBalancers[0].LoadBalancerArn, cancellationToken);
        return (listener.Listeners[0].ListenerArn, groups[0], groups[1]);
    }

    // A load balancer and its targets take their time to come up; a plan would tell that (BG315, BG316).
    private static Task UntilActiveAsync(IAmazonElasticLoadBalancingV2 balancing, string balancer, CancellationToken cancellationToken) =>
        UntilAsync(
            async limit => (await balancing.DescribeLoadBalancersAsync(new() { LoadBalancerArns = [balancer] }, limit)).LoadBalancers[0].State.Code == LoadBalancerStateEnum.Active,
            cancellationToken);

    private static Task UntilHealthyAsync(IAmazonElasticLoadBalancingV2 balancing, string group, CancellationToken cancellationToken) =>
        UntilAsync(
            async limit => (await balancing.DescribeTargetHealthAsync(new() { TargetGroupArn = group }, limit)).TargetHealthDescriptions is { Count: 2 } targets
                && targets.TrueForAll(target => target.TargetHealth.State == TargetHealthStateEnum.Healthy),
            cancellationToken);

    private static async Task UntilAsync(Func<CancellationToken, Task<bool>> isSo, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isSo(limit.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    private static async Task CreateGroupAsync(IAmazonCodeDeploy codeDeploy, string listener, string blue, string green, CancellationToken cancellationToken)
    {
        const string Application = "AppECS-web-labo-terraform-admin";
        await codeDeploy.CreateApplicationAsync(new() { ApplicationName = Application, ComputePlatform = Amazon.CodeDeploy.ComputePlatform.ECS }, cancellationToken);
        await codeDeploy.CreateDeploymentGroupAsync(
            new()
            {
                ApplicationName = Application,
                DeploymentGroupName = "DgpECS-web-labo-terraform-admin",
                ServiceRoleArn = "arn:aws:iam::123456789012:role/CodeDeployECSRole",
                DeploymentStyle = new() { DeploymentType = DeploymentType.BLUE_GREEN, DeploymentOption = DeploymentOption.WITH_TRAFFIC_CONTROL },
                BlueGreenDeploymentConfiguration = new()
                {
                    DeploymentReadyOption = new() { ActionOnTimeout = DeploymentReadyAction.CONTINUE_DEPLOYMENT },
                    TerminateBlueInstancesOnDeploymentSuccess = new() { Action = InstanceAction.TERMINATE, TerminationWaitTimeInMinutes = 0 },
                },
                AutoRollbackConfiguration = new() { Enabled = true, Events = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
                EcsServices = [new() { ClusterName = "web", ServiceName = "labo-terraform-admin" }],
                LoadBalancerInfo = new()
                {
                    TargetGroupPairInfoList = [new() { TargetGroups = [new() { Name = blue }, new() { Name = green }], ProdTrafficRoute = new() { ListenerArns = [listener] } }],
                },
            },
            cancellationToken);
    }

    private static async Task PushImagesAsync(IAmazonECR registry, CancellationToken cancellationToken)
    {
        const string Repository = "labo-terraform-admin";
        await registry.CreateRepositoryAsync(new() { RepositoryName = Repository }, cancellationToken);
        foreach (var tag in new[] { "v1", "v2" })
        {
            var manifest = $$"""
                {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,"digest":"sha256:{{new string(tag[1], 64)}}"},"layers":[]}
                """;
            await registry.PutImageAsync(new() { RepositoryName = Repository, ImageTag = tag, ImageManifest = manifest }, cancellationToken);
        }
    }

    private static string NameOf(string targetGroupArn) => targetGroupArn.Split('/')[1];
}
