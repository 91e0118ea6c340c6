using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>The seed's environment made from nothing by commands of the AWS CLI alone, as one would by hand.</summary>
public sealed class AwsCliSeedTests
{
    private const string Region = "eu-west-1";
    private const string Name = "labo-terraform-admin";
    private const string Application = "AppECS-web-" + Name;
    private const string Group = "DgpECS-web-" + Name;
    private const string Images = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/" + Name + ":";
    private static readonly string[] NamesOfGroup = ["--application-name", Application, "--deployment-group-name", Group];
    private int _commands;

    [Fact]
    public async Task Environment_ByCli_DeploysAndRollsBack()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await AwsCli.SkipUnlessInstalledAsync(cancellation);
        var watch = Stopwatch.StartNew();
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 8000 });
        simulator.Images[Images + "broken"].FailsHealthChecks();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        var (listener, groups) = await CreateAsync(endpoint, await NetworkAsync(endpoint));
        await RunAsync(endpoint, "elbv2", "wait", "target-in-service", "--target-group-arn", groups[0]);
        simulator.SendRequest(listener).Version.Should().Be("v1");

        var succeeded = await DeployAsync(endpoint, "2");
        await RunAsync(endpoint, "deploy", "wait", "deployment-successful", "--deployment-id", succeeded);
        simulator.SendRequest(listener).Version.Should().Be("v2");

        var failed = await DeployAsync(endpoint, "3");
        var (code, _, error) = await AwsProcess.RunAsync("aws", ["deploy", "wait", "deployment-successful", "--deployment-id", failed], endpoint, Region, cancellation);
        (code, error.Trim()).Should().Be((255, "Waiter DeploymentSuccessful failed: Waiter encountered a terminal failure state: For expression \"deploymentInfo.status\" we matched expected path: \"Failed\""));
        var rollback = await RunAsync(endpoint, "deploy", "get-deployment", "--deployment-id", failed, "--query", "deploymentInfo.rollbackInfo.rollbackDeploymentId", "--output", "text");
        await RunAsync(endpoint, "deploy", "wait", "deployment-successful", "--deployment-id", rollback);
        simulator.SendRequest(listener).Version.Should().Be("v2");

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"aws cli: {_commands} commands in {watch.Elapsed.TotalSeconds:0} s; {succeeded} Succeeded, {failed} Failed, {rollback} rolled back; page v1 → v2 → v2"));
    }

    private async Task<string[]> NetworkAsync(Uri endpoint)
    {
        var vpc = await TextAsync(endpoint, "Vpc.VpcId", "ec2", "create-vpc", "--cidr-block", "10.30.0.0/16");
        var subnets = new[] { ("10.30.0.0/24", "a"), ("10.30.1.0/24", "b") }.Select(one =>
            TextAsync(endpoint, "Subnet.SubnetId", "ec2", "create-subnet", "--vpc-id", vpc, "--cidr-block", one.Item1, "--availability-zone", Region + one.Item2));
        var group = TextAsync(endpoint, "GroupId", "ec2", "create-security-group", "--group-name", "web", "--description", "web", "--vpc-id", vpc);
        string[] made = [vpc, .. await Task.WhenAll([.. subnets, group])];
        await RunAsync(endpoint, "ec2", "authorize-security-group-ingress", "--group-id", made[3], "--protocol", "tcp", "--port", "80", "--cidr", "0.0.0.0/0");
        await RunAsync(endpoint, "ec2", "authorize-security-group-ingress", "--group-id", made[3], "--protocol", "tcp", "--port", "5000", "--source-group", made[3]);
        await WayOutAsync(endpoint, vpc);
        return made;
    }

    // Without one a task cannot fetch its image.
    private async Task WayOutAsync(Uri endpoint, string vpc)
    {
        var gateway = await TextAsync(endpoint, "InternetGateway.InternetGatewayId", "ec2", "create-internet-gateway");
        await RunAsync(endpoint, "ec2", "attach-internet-gateway", "--internet-gateway-id", gateway, "--vpc-id", vpc);
        var table = await TextAsync(endpoint, "RouteTables[0].RouteTableId", "ec2", "describe-route-tables", "--filters", $"Name=vpc-id,Values={vpc}");
        await RunAsync(endpoint, "ec2", "create-route", "--route-table-id", table, "--destination-cidr-block", "0.0.0.0/0", "--gateway-id", gateway);
    }

    // What does not need each other is made side by side.
    private async Task<(string Listener, string[] Groups)> CreateAsync(Uri endpoint, string[] network)
    {
        var balancer = TextAsync(endpoint, "LoadBalancers[0].LoadBalancerArn",
            "elbv2", "create-load-balancer", "--name", Name, "--subnets", network[1], network[2], "--security-groups", network[3]);
        var groups = new[] { "1", "2" }.Select(number => TextAsync(endpoint, "TargetGroups[0].TargetGroupArn",
            "elbv2", "create-target-group", "--name", $"{Name}-{number}", "--protocol", "HTTP", "--port", "5000", "--vpc-id", network[0], "--target-type", "ip"));
        var made = await Task.WhenAll([balancer, .. groups]);
        await Task.WhenAll(RoleAsync(endpoint, "ecsTaskExecutionRole", "ecs-tasks", "service-role/AmazonECSTaskExecutionRolePolicy"),
            RoleAsync(endpoint, "CodeDeployECSRole", "codedeploy", "AWSCodeDeployRoleForECS"));
        await Task.WhenAll(ImagesAsync(endpoint), RunAsync(endpoint, "logs", "create-log-group", "--log-group-name", "/ecs/web"),
            RunAsync(endpoint, "ecs", "create-cluster", "--cluster-name", "web"),
            RunAsync(endpoint, "elbv2", "wait", "load-balancer-available", "--load-balancer-arns", made[0]));
        var listeners = await Task.WhenAll(new[] { ("80", made[1]), ("8080", made[2]) }.Select(one => TextAsync(endpoint, "Listeners[0].ListenerArn",
            "elbv2", "create-listener", "--load-balancer-arn", made[0], "--protocol", "HTTP", "--port", one.Item1, "--default-actions", $"Type=forward,TargetGroupArn={one.Item2}")));
        await ServiceAsync(endpoint, network, made[1], listeners);
        return (listeners[0], made[1..]);
    }

    private async Task RoleAsync(Uri endpoint, string name, string trusted, string policy)
    {
        var trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{trusted}}.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        await RunAsync(endpoint, "iam", "create-role", "--role-name", name, "--assume-role-policy-document", trust);
        await RunAsync(endpoint, "iam", "attach-role-policy", "--role-name", name, "--policy-arn", $"arn:aws:iam::aws:policy/{policy}");
    }

    private async Task ImagesAsync(Uri endpoint)
    {
        await RunAsync(endpoint, "ecr", "create-repository", "--repository-name", Name);
        foreach (var version in new[] { "v1", "v2", "broken" })
        {
            await RunAsync(endpoint, "ecr", "put-image", "--repository-name", Name, "--image-tag", version, "--image-manifest",
                $$"""{"schemaVersion":2,"annotations":{"version":"{{version}}"},"layers":[]}""");
        }
    }

    private async Task ServiceAsync(Uri endpoint, string[] network, string group, string[] listeners)
    {
        foreach (var version in new[] { "v1", "v2", "broken" })
        {
            await RunAsync(endpoint, "ecs", "register-task-definition", "--family", "web", "--network-mode", "awsvpc", "--requires-compatibilities", "FARGATE",
                "--cpu", "256", "--memory", "512", "--execution-role-arn", "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
                "--container-definitions", $$"""[{"name":"{{Name}}","image":"{{Images}}{{version}}","portMappings":[{"containerPort":5000}]}]""");
        }

        await RunAsync(endpoint, "ecs", "create-service", "--cluster", "web", "--service-name", Name, "--task-definition", "web:1", "--desired-count", "2",
            "--launch-type", "FARGATE", "--deployment-controller", "type=CODE_DEPLOY",
            "--load-balancers", $"targetGroupArn={group},containerName={Name},containerPort=5000",
            "--network-configuration", $"awsvpcConfiguration={{subnets=[{network[1]},{network[2]}],securityGroups=[{network[3]}],assignPublicIp=ENABLED}}");
        await RunAsync(endpoint, "deploy", "create-application", "--application-name", Application, "--compute-platform", "ECS");
        await RunAsync(endpoint, ["deploy", "create-deployment-group", .. NamesOfGroup, "--service-role-arn", "arn:aws:iam::123456789012:role/CodeDeployECSRole",
            "--deployment-config-name", "CodeDeployDefault.ECSCanary10Percent5Minutes",
            "--deployment-style", "deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL", "--ecs-services", $"serviceName={Name},clusterName=web",
            "--load-balancer-info", $$"""
                {"targetGroupPairInfoList":[{"targetGroups":[{"name":"{{Name}}-1"},{"name":"{{Name}}-2"}],
                "prodTrafficRoute":{"listenerArns":["{{listeners[0]}}"]},"testTrafficRoute":{"listenerArns":["{{listeners[1]}}"]} } ]}
                """,
            "--blue-green-deployment-configuration", """
                {"deploymentReadyOption":{"actionOnTimeout":"CONTINUE_DEPLOYMENT"},
                "terminateBlueInstancesOnDeploymentSuccess":{"action":"TERMINATE","terminationWaitTimeInMinutes":0}}
                """,
            "--auto-rollback-configuration", "enabled=true,events=DEPLOYMENT_FAILURE"]);
    }

    private Task<string> DeployAsync(Uri endpoint, string revision)
    {
        var content = new JsonObject
        {
            ["version"] = 0.0,
            ["Resources"] = new JsonArray(new JsonObject
            {
                ["TargetService"] = new JsonObject
                {
                    ["Type"] = "AWS::ECS::Service",
                    ["Properties"] = new JsonObject
                    {
                        ["TaskDefinition"] = $"arn:aws:ecs:{Region}:123456789012:task-definition/web:{revision}",
                        ["LoadBalancerInfo"] = new JsonObject { ["ContainerName"] = Name, ["ContainerPort"] = 5000 },
                    },
                },
            }),
        };
        var location = new JsonObject { ["revisionType"] = "AppSpecContent", ["appSpecContent"] = new JsonObject { ["content"] = content.ToJsonString() } };
        return TextAsync(endpoint, "deploymentId", ["deploy", "create-deployment", .. NamesOfGroup, "--revision", location.ToJsonString()]);
    }

    private Task<string> TextAsync(Uri endpoint, string query, params string[] arguments) => RunAsync(endpoint, [.. arguments, "--query", query, "--output", "text"]);

    private async Task<string> RunAsync(Uri endpoint, params string[] arguments)
    {
        Interlocked.Increment(ref _commands);
        return (await AwsCli.RunAsync(endpoint, Region, TestContext.Current.CancellationToken, arguments)).Trim();
    }
}
