using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.DataPlane;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.ElasticLoadBalancing;

/// <summary>A load balancer with the target groups blue and green behind one listener, and containers at will.</summary>
internal sealed class LoadBalancedService : IAsyncDisposable
{
    private const string Repository = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:";

    public LoadBalancedService(AwsSimulatorOptions? options = null)
    {
        Aws = new AwsSimulator(options);
        LoadBalancer = Aws.Call("elbv2.CreateLoadBalancer", Json("""{"Name":"web","Subnets":["subnet-1","subnet-2"]}"""))["LoadBalancers"]![0]!["LoadBalancerArn"]!.GetValue<string>();
        Blue = CreateGroup("blue");
        Green = CreateGroup("green");
        Listener = Aws.Call("elbv2.CreateListener", new JsonObject
        {
            ["LoadBalancerArn"] = LoadBalancer,
            ["Protocol"] = "HTTP",
            ["Port"] = 80,
            ["DefaultActions"] = Forward((Blue, 1)),
        })["Listeners"]![0]!["ListenerArn"]!.GetValue<string>();
    }

    public AwsSimulator Aws { get; }

    public string LoadBalancer { get; }

    public string Blue { get; }

    public string Green { get; }

    public string Listener { get; }

    public Region Region => Aws.World.In(SimulatorCalls.Region);

    public ILoadBalancing LoadBalancing => Region.LoadBalancing;

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static JsonArray Forward(params (string Arn, int Weight)[] groups) =>
    [
        new JsonObject
        {
            ["Type"] = "forward",
            ["ForwardConfig"] = new JsonObject
            {
                ["TargetGroups"] = new JsonArray([.. groups.Select(group => new JsonObject { ["TargetGroupArn"] = group.Arn, ["Weight"] = group.Weight })]),
            },
        },
    ];

    public string CreateGroup(string name) => Aws.Call("elbv2.CreateTargetGroup", new JsonObject
    {
        ["Name"] = name,
        ["Protocol"] = "HTTP",
        ["Port"] = 80,
        ["VpcId"] = "vpc-1",
        ["TargetType"] = "ip",
    })["TargetGroups"]![0]!["TargetGroupArn"]!.GetValue<string>();

    public void SetWeights(params (string Arn, int Weight)[] groups) =>
        Aws.Call("elbv2.ModifyListener", new JsonObject { ["ListenerArn"] = Listener, ["DefaultActions"] = Forward(groups) });

    /// <summary>Starts a container of a version and registers it.</summary>
    public void Run(string group, string ip, string version)
    {
        lock (Aws.World.Gate)
        {
            Aws.World.DataPlane.Start(new RunningContainer(ip, 80, Repository + version, "arn:task/" + ip, new Dictionary<string, string>(StringComparer.Ordinal)));
            LoadBalancing.RegisterTarget(group, ip, 80);
        }
    }

    public void Behave(string version, ImageBehavior behavior) => Aws.Images[Repository + version] = behavior;

    public TargetHealth Health(string group, string ip) => LoadBalancing.FindHealth(group, ip, 80)!;

    public ValueTask DisposeAsync() => Aws.DisposeAsync();
}
