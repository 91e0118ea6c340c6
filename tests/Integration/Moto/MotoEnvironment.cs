using System.Net.Http.Headers;
using System.Xml.Linq;
using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Microsoft.Extensions.DependencyInjection;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Integration.Moto;

/// <summary>The seed's service in moto, as far as moto goes: it is created through the library's own clients.</summary>
internal static class MotoEnvironment
{
    public static async Task CreateAsync(IServiceProvider services, Uri endpoint, string image, CancellationToken cancellationToken)
    {
        var ecs = services.GetRequiredService<IAmazonECS>();
        var (listener, blue, green) = await CreateBalancerAsync(services.GetRequiredService<IAmazonElasticLoadBalancingV2>(), endpoint, cancellationToken);
        await ecs.CreateClusterAsync(new() { ClusterName = "web" }, cancellationToken);
        await ecs.RegisterTaskDefinitionAsync(
            new()
            {
                Family = "ecs-admin-test",
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
                DeploymentController = new() { Type = DeploymentControllerType.CODE_DEPLOY },
                LoadBalancers = [new LoadBalancer { TargetGroupArn = blue, ContainerName = "labo-terraform-admin", ContainerPort = 5000 }],
            },
            cancellationToken);
        await CreateGroupAsync(services.GetRequiredService<IAmazonCodeDeploy>(), listener, NameOf(blue), NameOf(green), cancellationToken);
    }

    private static async Task<(string Listener, string Blue, string Green)> CreateBalancerAsync(IAmazonElasticLoadBalancingV2 balancing, Uri endpoint, CancellationToken cancellationToken)
    {
        var (vpc, subnets) = await CreateNetworkAsync(endpoint, cancellationToken);
        var balancer = await balancing.CreateLoadBalancerAsync(new() { Name = "labo", Subnets = subnets }, cancellationToken);
        var groups = new List<string>();
        foreach (var name in new[] { "labo-1", "labo-2" })
        {
            var made = await balancing.CreateTargetGroupAsync(new() { Name = name, Port = 5000, Protocol = ProtocolEnum.HTTP, TargetType = TargetTypeEnum.Ip, VpcId = vpc }, cancellationToken);
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
        return (listener.Listeners[0].ListenerArn, groups[0], groups[1]);
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
                EcsServices = [new() { ClusterName = "web", ServiceName = "labo-terraform-admin" }],
                LoadBalancerInfo = new()
                {
                    TargetGroupPairInfoList = [new() { TargetGroups = [new() { Name = blue }, new() { Name = green }], ProdTrafficRoute = new() { ListenerArns = [listener] } }],
                },
            },
            cancellationToken);
    }

    // EC2 is no service of this library: two plain calls of its query protocol make the network that moto's load balancer wants.
    private static async Task<(string Vpc, List<string> Subnets)> CreateNetworkAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", "Credential=test/20260101/ap-northeast-1/ec2/aws4_request, SignedHeaders=host, Signature=0");
        var vpc = await CallAsync("vpcId", ("Action", "CreateVpc"), ("CidrBlock", "10.0.0.0/16"));
        var first = await CallAsync("subnetId", ("Action", "CreateSubnet"), ("VpcId", vpc), ("CidrBlock", "10.0.1.0/24"), ("AvailabilityZone", "ap-northeast-1a"));
        var second = await CallAsync("subnetId", ("Action", "CreateSubnet"), ("VpcId", vpc), ("CidrBlock", "10.0.2.0/24"), ("AvailabilityZone", "ap-northeast-1c"));
        return (vpc, [first, second]);

        async Task<string> CallAsync(string result, params (string Name, string Value)[] members)
        {
            using var form = new FormUrlEncodedContent(members.Append(("Version", "2016-11-15")).Select(member => System.Collections.Generic.KeyValuePair.Create(member.Item1, member.Item2)));
            using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), form, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            answer.IsSuccessStatusCode.Should().BeTrue(text);
            return XDocument.Parse(text).Descendants().First(element => element.Name.LocalName == result).Value;
        }
    }

    private static string NameOf(string targetGroupArn) => targetGroupArn.Split('/')[1];
}
