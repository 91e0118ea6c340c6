using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>A service that ECS itself deploys, behind a production and a test listener, in virtual time; and short words for what tests do with it.</summary>
internal sealed class NativeWorld : IAsyncDisposable
{
    private const int Port = 80;

    public NativeWorld(string configuration = """{"strategy":"BLUE_GREEN","bakeTimeInMinutes":5}""", int tasks = 2, AwsSimulatorOptions? options = null)
    {
        Aws = new AwsSimulator(options);
        var balancer = Call("elbv2.CreateLoadBalancer", """{"Name":"web","Subnets":["subnet-1","subnet-2"]}""").Objects("LoadBalancers")[0].Text("LoadBalancerArn")!;
        (Blue, Green) = (CreateGroup("blue"), CreateGroup("green"));
        Listener = CreateListener(balancer, 80);
        TestListener = CreateListener(balancer, 8080);
        Call("ecs.CreateCluster", """{"clusterName":"c"}""");
        (V1, V2, V3) = (Register("v1"), Register("v2"), Register("v3"));
        CreateService(configuration, tasks);
        AdvanceUntil(() => Status(Latest) == "SUCCESSFUL");
        First = Latest;
    }

    public AwsSimulator Aws { get; }

    public string Blue { get; }

    public string Green { get; }

    public string Listener { get; }

    public string TestListener { get; }

    public string V1 { get; }

    public string V2 { get; }

    public string V3 { get; }

    /// <summary>The deployment with which the service was made.</summary>
    public string First { get; }

    public DateTimeOffset Now => Aws.Clock.GetUtcNow();

    /// <summary>The ARN of the newest service deployment.</summary>
    public string Latest => Call("ecs.ListServiceDeployments", """{"cluster":"c","service":"s"}""").Objects("serviceDeployments")[0].Text("serviceDeploymentArn")!;

    public JsonObject Call(string operation, string input) => Aws.Call(operation, JsonNode.Parse(input)!.AsObject());

    /// <summary>Updates the service, and tells the deployment that follows.</summary>
    public string Deploy(string definition, string? configuration = null)
    {
        var input = new JsonObject { ["cluster"] = "c", ["service"] = "s", ["taskDefinition"] = definition };
        input.SetUnlessNull("deploymentConfiguration", configuration is null ? null : JsonNode.Parse(configuration));
        Aws.Call("ecs.UpdateService", input);
        return Latest;
    }

    public JsonObject Deployment(string arn) =>
        Aws.Call("ecs.DescribeServiceDeployments", new JsonObject { ["serviceDeploymentArns"] = new JsonArray(arn) }).Objects("serviceDeployments")[0];

    public string Status(string arn) => Deployment(arn).Text("status")!;

    public string? Stage(string arn) => Deployment(arn).Text("lifecycleStage");

    public bool IsOver(string arn) => Status(arn) is "SUCCESSFUL" or "STOPPED" or "ROLLBACK_SUCCESSFUL" or "ROLLBACK_FAILED";

    public JsonObject Service() => Call("ecs.DescribeServices", """{"cluster":"c","services":["s"]}""").Objects("services")[0];

    public void Stop(string arn, string? type = null) =>
        Aws.Call("ecs.StopServiceDeployment", new JsonObject { ["serviceDeploymentArn"] = arn, ["stopType"] = type });

    public void Continue(string arn, string hook, string? action = null) =>
        Aws.Call("ecs.ContinueServiceDeployment", new JsonObject { ["serviceDeploymentArn"] = arn, ["hookId"] = hook, ["action"] = action });

    /// <summary>The weights of a listener, blue's and green's.</summary>
    public (int Blue, int Green) Weights(string? listener = null)
    {
        var weights = Aws.World.In(SimulatorCalls.Region).LoadBalancing.ForwardWeights(listener ?? Listener);
        return (weights.GetValueOrDefault(Blue), weights.GetValueOrDefault(Green));
    }

    public string Page(string? listener = null) => Aws.SendRequest(listener ?? Listener).Body;

    public void AdvanceUntil(Func<bool> holds, int stepSeconds = 1)
    {
        var end = Now + TimeSpan.FromHours(30);
        while (!holds())
        {
            Now.Should().BeBefore(end, "it should have happened by then; history: {0}", string.Join('\n', Aws.History.TakeLast(40)));
            Aws.Clock.Advance(TimeSpan.FromSeconds(stepSeconds));
        }
    }

    public string Finish(string arn, int stepSeconds = 5)
    {
        AdvanceUntil(() => IsOver(arn), stepSeconds);
        return Status(arn);
    }

    /// <summary>What came one after the other until a deployment's end, without repetitions.</summary>
    public IReadOnlyList<T> Follow<T>(string arn, Func<T> look, int stepSeconds = 1)
    {
        var seen = new List<T> { look() };
        AdvanceUntil(
            () =>
            {
                if (!EqualityComparer<T>.Default.Equals(seen[^1], look()))
                {
                    seen.Add(look());
                }

                return IsOver(arn);
            },
            stepSeconds);
        return seen;
    }

    /// <summary>What the history says of deployments' statuses and stages.</summary>
    public IReadOnlyList<string> Told(string arn) =>
        [.. Aws.History.Where(one => one.Kind == "service-deployment" && arn.EndsWith(one.Subject, StringComparison.Ordinal)).Select(one => one.Message)];

    public static string Image(string version) => $"web:{version}";

    public ValueTask DisposeAsync() => Aws.DisposeAsync();

    private string CreateGroup(string name)
    {
        var arn = Call("elbv2.CreateTargetGroup", $$"""{"Name":"{{name}}","Protocol":"HTTP","Port":80,"VpcId":"vpc-1","TargetType":"ip"}""")
            .Objects("TargetGroups")[0].Text("TargetGroupArn")!;
        Call("elbv2.ModifyTargetGroupAttributes", $$"""{"TargetGroupArn":"{{arn}}","Attributes":[{"Key":"deregistration_delay.timeout_seconds","Value":"10"}]}""");
        return arn;
    }

    private string CreateListener(string balancer, int port) => Call("elbv2.CreateListener", $$"""
        {"LoadBalancerArn":"{{balancer}}","Protocol":"HTTP","Port":{{port.ToString(CultureInfo.InvariantCulture)}},"DefaultActions":[{"Type":"forward","ForwardConfig":{
         "TargetGroups":[{"TargetGroupArn":"{{Blue}}","Weight":1},{"TargetGroupArn":"{{Green}}","Weight":0}]}
         }]}
        """).Objects("Listeners")[0].Text("ListenerArn")!;

    private string Register(string version) => Call("ecs.RegisterTaskDefinition", $$"""
        {"family":"web-{{version}}","containerDefinitions":[{"name":"app","image":"{{Image(version)}}","memory":128,"portMappings":[{"containerPort":80}]}]
        }
        """).Object("taskDefinition")!.Text("taskDefinitionArn")!;

    private string RuleOf(string listener) => Call("elbv2.DescribeRules", $$"""{"ListenerArn":"{{listener}}"}""").Objects("Rules")[0].Text("RuleArn")!;

    private void CreateService(string configuration, int tasks) => Aws.Call("ecs.CreateService", new JsonObject
    {
        ["cluster"] = "c",
        ["serviceName"] = "s",
        ["taskDefinition"] = V1,
        ["desiredCount"] = tasks,
        ["deploymentConfiguration"] = JsonNode.Parse(configuration),
        ["loadBalancers"] = new JsonArray(new JsonObject
        {
            ["targetGroupArn"] = Blue,
            ["containerName"] = "app",
            ["containerPort"] = Port,
            ["advancedConfiguration"] = new JsonObject
            {
                ["alternateTargetGroupArn"] = Green,
                ["productionListenerRule"] = RuleOf(Listener),
                ["testListenerRule"] = RuleOf(TestListener),
                ["roleArn"] = "arn:aws:iam::123456789012:role/ecsInfrastructureRole",
            },
        }),
    });
}
