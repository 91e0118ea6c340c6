using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Environments;

/// <summary>Makes a seed environment's resources, in the order in which one would by hand.</summary>
internal sealed class SeedSetup(AwsSimulator simulator, SeedEnvironmentOptions options)
{
    private const string Region = "ap-northeast-1";
    private const string Cluster = "web";
    private const string Name = "labo-terraform-admin";
    private const int ContainerPort = 5000;

    public SeedEnvironment Build()
    {
        try
        {
            return BuildAll();
        }
        catch (AwsErrorException refused)
        {
            throw new InvalidOperationException($"The environment cannot be set up: {refused.Code}: {refused.Message}", refused);
        }
    }

    private SeedEnvironment BuildAll()
    {
        var execution = CreateRole("ecsTaskExecutionRole", "ecs-tasks.amazonaws.com", "service-role/AmazonECSTaskExecutionRolePolicy");
        var codeDeploy = CreateRole("CodeDeployECSRole", "codedeploy.amazonaws.com", "AWSCodeDeployRoleForECS");
        var repository = CreateRepository();
        var (vpc, subnets, group) = FindNetwork();
        var balancer = Call("elbv2", "CreateLoadBalancer", new JsonObject
        {
            ["Name"] = Name,
            ["Subnets"] = subnets.ToJson(),
            ["SecurityGroups"] = new JsonArray(group),
        }).Objects("LoadBalancers")[0].Text("LoadBalancerArn")!;
        string[] groups = [CreateTargetGroup($"{Name}-1", vpc), CreateTargetGroup($"{Name}-2", vpc)];
        var production = CreateListener(balancer, options.ProductionPort, groups[0]);
        var test = options.TestPort is { } port ? CreateListener(balancer, port, groups[1]) : null;
        Call("logs", "CreateLogGroup", new JsonObject { ["logGroupName"] = "/ecs/aws-ecs-getting-started" });
        var definition = RegisterTaskDefinition($"{repository}:v1", execution);
        var service = CreateService(definition, groups[0], subnets, group);
        CreateDeploymentGroup(codeDeploy, production, test);
        return new SeedEnvironment
        {
            ImageV1 = $"{repository}:v1",
            ImageV2 = $"{repository}:v2",
            ServiceArn = service,
            TaskDefinitionArn = definition,
            TaskExecutionRoleArn = execution,
            CodeDeployRoleArn = codeDeploy,
            LoadBalancerArn = balancer,
            TargetGroupArns = groups,
            ProductionListenerArn = production,
            TestListenerArn = test,
            ProductionAddress = simulator.AddressOf(production),
            TestAddress = test is null ? null : simulator.AddressOf(test),
        };
    }

    private string CreateRole(string name, string trusted, string policy)
    {
        var trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{trusted}}"},"Action":"sts:AssumeRole"}]}""";
        var role = Call("iam", "CreateRole", new JsonObject { ["RoleName"] = name, ["AssumeRolePolicyDocument"] = trust });
        Call("iam", "AttachRolePolicy", new JsonObject { ["RoleName"] = name, ["PolicyArn"] = $"arn:aws:iam::aws:policy/{policy}" });
        return role.Object("Role")!.Text("Arn")!;
    }

    // The region's default VPC: two of its subnets, and its default security group.
    private (string Vpc, IReadOnlyList<string> Subnets, string Group) FindNetwork()
    {
        var subnets = Call("ec2", "DescribeSubnets", Only("default-for-az", "true")).Objects("Subnets").Take(2).ToList();
        var vpc = subnets[0].Text("VpcId")!;
        var groups = Call("ec2", "DescribeSecurityGroups", Only("vpc-id", vpc)).Objects("SecurityGroups");
        return (vpc, [.. subnets.Select(subnet => subnet.Text("SubnetId")!)], groups[0].Text("GroupId")!);

        static JsonObject Only(string name, string value) =>
            new() { ["Filters"] = new JsonArray(new JsonObject { ["Name"] = name, ["Values"] = new JsonArray(value) }) };
    }

    private string CreateRepository()
    {
        var repository = Call("ecr", "CreateRepository", new JsonObject { ["repositoryName"] = Name });
        foreach (var tag in (ReadOnlySpan<string>)["v1", "v2"])
        {
            Call("ecr", "PutImage", new JsonObject
            {
                ["repositoryName"] = Name,
                ["imageTag"] = tag,
                ["imageManifest"] = $$"""{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","annotations":{"version":"{{tag}}"},"layers":[]}""",
            });
        }

        return repository.Object("repository")!.Text("repositoryUri")!;
    }

    private string CreateTargetGroup(string name, string vpc) => Call("elbv2", "CreateTargetGroup", new JsonObject
    {
        ["Name"] = name,
        ["Protocol"] = "HTTP",
        ["Port"] = ContainerPort,
        ["VpcId"] = vpc,
        ["TargetType"] = "ip",
    }).Objects("TargetGroups")[0].Text("TargetGroupArn")!;

    private string CreateListener(string balancer, int port, string group) => Call("elbv2", "CreateListener", new JsonObject
    {
        ["LoadBalancerArn"] = balancer,
        ["Protocol"] = "HTTP",
        ["Port"] = port,
        ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = group }),
    }).Objects("Listeners")[0].Text("ListenerArn")!;

    private string RegisterTaskDefinition(string image, string executionRole) => Call("ecs", "RegisterTaskDefinition", new JsonObject
    {
        ["family"] = "ecs-admin-test",
        ["executionRoleArn"] = executionRole,
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["networkMode"] = "awsvpc",
        ["cpu"] = "256",
        ["memory"] = "512",
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = Name,
            ["image"] = image,
            ["essential"] = true,
            ["portMappings"] = new JsonArray(new JsonObject { ["hostPort"] = ContainerPort, ["protocol"] = "tcp", ["containerPort"] = ContainerPort }),
            ["environment"] = new JsonArray(
                new JsonObject { ["name"] = "NODE_ENV", ["value"] = "production" },
                new JsonObject { ["name"] = "PORT", ["value"] = ContainerPort.ToString(CultureInfo.InvariantCulture) }),
            ["logConfiguration"] = new JsonObject
            {
                ["logDriver"] = "awslogs",
                ["options"] = new JsonObject
                {
                    ["awslogs-group"] = "/ecs/aws-ecs-getting-started",
                    ["awslogs-region"] = Region,
                    ["awslogs-stream-prefix"] = "awslogs-admin-panel",
                },
            },
        }),
    }).Object("taskDefinition")!.Text("taskDefinitionArn")!;

    private string CreateService(string taskDefinition, string targetGroup, IReadOnlyList<string> subnets, string securityGroup)
    {
        Call("ecs", "CreateCluster", new JsonObject { ["clusterName"] = Cluster });
        return Call("ecs", "CreateService", new JsonObject
        {
            ["cluster"] = Cluster,
            ["serviceName"] = Name,
            ["taskDefinition"] = taskDefinition,
            ["desiredCount"] = options.DesiredCount,
            ["launchType"] = "FARGATE",
            ["deploymentController"] = new JsonObject { ["type"] = "CODE_DEPLOY" },
            ["loadBalancers"] = new JsonArray(new JsonObject
            {
                ["targetGroupArn"] = targetGroup,
                ["containerName"] = Name,
                ["containerPort"] = ContainerPort,
            }),
            ["networkConfiguration"] = new JsonObject
            {
                ["awsvpcConfiguration"] = new JsonObject
                {
                    ["subnets"] = subnets.ToJson(),
                    ["securityGroups"] = new JsonArray(securityGroup),
                    ["assignPublicIp"] = "ENABLED",
                },
            },
        }).Object("service")!.Text("serviceArn")!;
    }

    private void CreateDeploymentGroup(string role, string production, string? test)
    {
        var pair = new JsonObject
        {
            ["targetGroups"] = new JsonArray(new JsonObject { ["name"] = $"{Name}-1" }, new JsonObject { ["name"] = $"{Name}-2" }),
            ["prodTrafficRoute"] = new JsonObject { ["listenerArns"] = new JsonArray(production) },
        };
        pair.SetUnlessNull("testTrafficRoute", test is null ? null : new JsonObject { ["listenerArns"] = new JsonArray(test) });
        Call("codedeploy", "CreateApplication", new JsonObject { ["applicationName"] = $"AppECS-{Cluster}-{Name}", ["computePlatform"] = "ECS" });
        Call("codedeploy", "CreateDeploymentGroup", new JsonObject
        {
            ["applicationName"] = $"AppECS-{Cluster}-{Name}",
            ["deploymentGroupName"] = $"DgpECS-{Cluster}-{Name}",
            ["deploymentConfigName"] = options.DeploymentConfigName,
            ["serviceRoleArn"] = role,
            ["deploymentStyle"] = new JsonObject { ["deploymentType"] = "BLUE_GREEN", ["deploymentOption"] = "WITH_TRAFFIC_CONTROL" },
            ["ecsServices"] = new JsonArray(new JsonObject { ["clusterName"] = Cluster, ["serviceName"] = Name }),
            ["loadBalancerInfo"] = new JsonObject { ["targetGroupPairInfoList"] = new JsonArray(pair) },
            ["blueGreenDeploymentConfiguration"] = Waits(),
            ["autoRollbackConfiguration"] = new JsonObject
            {
                ["enabled"] = true,
                ["events"] = new JsonArray("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"),
            },
            ["alarmConfiguration"] = new JsonObject
            {
                ["enabled"] = options.Alarms.Count > 0,
                ["alarms"] = options.Alarms.Select(alarm => new JsonObject { ["name"] = alarm }).ToJson(),
            },
        });
    }

    private JsonObject Waits() => new()
    {
        ["deploymentReadyOption"] = options.ReadyWait == TimeSpan.Zero
            ? new JsonObject { ["actionOnTimeout"] = "CONTINUE_DEPLOYMENT" }
            : new JsonObject { ["actionOnTimeout"] = "STOP_DEPLOYMENT", ["waitTimeInMinutes"] = (int)options.ReadyWait.TotalMinutes },
        ["terminateBlueInstancesOnDeploymentSuccess"] = new JsonObject
        {
            ["action"] = "TERMINATE",
            ["terminationWaitTimeInMinutes"] = (int)options.TerminationWait.TotalMinutes,
        },
    };

    private JsonObject Call(string service, string operation, JsonObject input) => simulator.Invoke(service, operation, input, Region);
}
