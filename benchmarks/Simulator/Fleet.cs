using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Benchmarks.Simulator;

/// <summary>Many services behind load balancers, each with a deployment group of its own, within AWS's quotas: at most a thousand in a region.</summary>
internal sealed class Fleet
{
    public const string Application = "fleet";
    private const int ServicesPerRegion = 1000;
    private const int ListenersPerBalancer = 50;
    private readonly AwsSimulator _aws;
    private readonly string _configuration;
    private readonly int _terminationMinutes;
    private readonly int _healthCheckSeconds;
    private readonly int _services;
    private readonly Dictionary<string, (string Balancer, string[] Definitions)> _regions = new(StringComparer.Ordinal);

    /// <summary>Makes the services; in virtual time they run at once.</summary>
    /// <param name="aws">Where.</param>
    /// <param name="services">How many.</param>
    /// <param name="configuration">The deployment configuration of each. Default: a canary of five minutes.</param>
    /// <param name="terminationMinutes">How long the old tasks of each are kept. Default: 5.</param>
    /// <param name="healthCheckSeconds">The time between two health checks. Default: 30, as AWS has it.</param>
    public Fleet(AwsSimulator aws, int services, string configuration = "CodeDeployDefault.ECSCanary10Percent5Minutes", int terminationMinutes = 5, int healthCheckSeconds = 30)
    {
        (_aws, _services, _configuration, _terminationMinutes, _healthCheckSeconds) = (aws, services, configuration, terminationMinutes, healthCheckSeconds);
        Call("us-east-1", "iam", "CreateRole", new()
        {
            ["RoleName"] = "CodeDeployECSRole",
            ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codedeploy.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });
        Call("us-east-1", "iam", "AttachRolePolicy", new() { ["RoleName"] = "CodeDeployECSRole", ["PolicyArn"] = "arn:aws:iam::aws:policy/AWSCodeDeployRoleForECS" });
        for (var i = 0; i < services; i++)
        {
            Add(i);
        }

        if (aws.Clock.IsVirtual)
        {
            aws.Clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    public static string RegionOf(int service) => string.Create(CultureInfo.InvariantCulture, $"eu-bench-{service / ServicesPerRegion}");

    public static string NameOf(int service) => string.Create(CultureInfo.InvariantCulture, $"service-{service}");

    /// <summary>Begins a canary deployment of a service, to the task definition that it does not run.</summary>
    /// <returns>The deployment's id.</returns>
    public string Deploy(int service, int version)
    {
        var region = RegionOf(service);
        return Call(region, "codedeploy", "CreateDeployment", new()
        {
            ["applicationName"] = Application,
            ["deploymentGroupName"] = NameOf(service),
            ["revision"] = new JsonObject
            {
                ["revisionType"] = "AppSpecContent",
                ["appSpecContent"] = new JsonObject { ["content"] = AppSpec(region, version) },
            },
        })["deploymentId"]!.GetValue<string>();
    }

    public string AppSpec(string region, int version) =>
        $"""
        version: 0.0
        Resources:
          - TargetService:
              Type: AWS::ECS::Service
              Properties:
                TaskDefinition: "{_regions[region].Definitions[version % 2]}"
                LoadBalancerInfo:
                  ContainerName: app
                  ContainerPort: 80
        """;

    public string Status(int service, string deployment) =>
        Call(RegionOf(service), "codedeploy", "GetDeployment", new() { ["deploymentId"] = deployment })["deploymentInfo"]!["status"]!.GetValue<string>();

    /// <summary>Whether the tasks of all services run.</summary>
    public bool IsRunning() => Enumerable.Range(0, _services).All(service => Call(RegionOf(service), "ecs", "DescribeServices", new()
    {
        ["cluster"] = Application,
        ["services"] = new JsonArray(NameOf(service)),
    })["services"]![0] is { } found && found["runningCount"]!.GetValue<int>() == found["desiredCount"]!.GetValue<int>());

    private void Add(int service)
    {
        var region = RegionOf(service);
        if (service % ServicesPerRegion == 0)
        {
            AddRegion(region);
        }

        var (_, definitions) = _regions[region];
        if (service % ListenersPerBalancer == 0)
        {
            _regions[region] = (CreateBalancer(region, service), definitions);
        }

        var name = NameOf(service);
        string[] groups = [CreateGroup(region, $"{name}-1"), CreateGroup(region, $"{name}-2")];
        var listener = CreateListener(region, service, groups[0]);
        CreateService(region, name, definitions[0], groups[0]);
        CreateDeploymentGroup(region, name, listener);
    }

    private void AddRegion(string region)
    {
        Call(region, "ecs", "CreateCluster", new() { ["clusterName"] = Application });
        Call(region, "codedeploy", "CreateApplication", new() { ["applicationName"] = Application, ["computePlatform"] = "ECS" });
        _regions.Add(region, (string.Empty, [Register(region, "web:v1"), Register(region, "web:v2")]));
    }

    private string Register(string region, string image) => Call(region, "ecs", "RegisterTaskDefinition", new()
    {
        ["family"] = "web",
        ["networkMode"] = "awsvpc",
        ["cpu"] = "256",
        ["memory"] = "512",
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = "app",
            ["image"] = image,
            ["portMappings"] = new JsonArray(new JsonObject { ["containerPort"] = 80 }),
        }),
    })["taskDefinition"]!["taskDefinitionArn"]!.GetValue<string>();

    private string CreateBalancer(string region, int service) => Call(region, "elbv2", "CreateLoadBalancer", new()
    {
        ["Name"] = string.Create(CultureInfo.InvariantCulture, $"balancer-{service / ListenersPerBalancer}"),
        ["Subnets"] = new JsonArray("subnet-1", "subnet-2"),
    })["LoadBalancers"]![0]!["LoadBalancerArn"]!.GetValue<string>();

    private string CreateGroup(string region, string name) => Call(region, "elbv2", "CreateTargetGroup", new()
    {
        ["Name"] = name,
        ["Protocol"] = "HTTP",
        ["Port"] = 80,
        ["VpcId"] = "vpc-1",
        ["TargetType"] = "ip",
        ["HealthCheckIntervalSeconds"] = _healthCheckSeconds,
    })["TargetGroups"]![0]!["TargetGroupArn"]!.GetValue<string>();

    private string CreateListener(string region, int service, string group) => Call(region, "elbv2", "CreateListener", new()
    {
        ["LoadBalancerArn"] = _regions[region].Balancer,
        ["Protocol"] = "HTTP",
        ["Port"] = 8000 + (service % ListenersPerBalancer),
        ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = group }),
    })["Listeners"]![0]!["ListenerArn"]!.GetValue<string>();

    private void CreateService(string region, string name, string definition, string group) => Call(region, "ecs", "CreateService", new()
    {
        ["cluster"] = Application,
        ["serviceName"] = name,
        ["taskDefinition"] = definition,
        ["desiredCount"] = 2,
        ["launchType"] = "FARGATE",
        ["deploymentController"] = new JsonObject { ["type"] = "CODE_DEPLOY" },
        ["loadBalancers"] = new JsonArray(new JsonObject { ["targetGroupArn"] = group, ["containerName"] = "app", ["containerPort"] = 80 }),
        ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
    });

    private void CreateDeploymentGroup(string region, string name, string listener) => Call(region, "codedeploy", "CreateDeploymentGroup", new()
    {
        ["applicationName"] = Application,
        ["deploymentGroupName"] = name,
        ["deploymentConfigName"] = _configuration,
        ["serviceRoleArn"] = "arn:aws:iam::123456789012:role/CodeDeployECSRole",
        ["deploymentStyle"] = new JsonObject { ["deploymentType"] = "BLUE_GREEN", ["deploymentOption"] = "WITH_TRAFFIC_CONTROL" },
        ["blueGreenDeploymentConfiguration"] = new JsonObject
        {
            ["terminateBlueInstancesOnDeploymentSuccess"] = new JsonObject { ["action"] = "TERMINATE", ["terminationWaitTimeInMinutes"] = _terminationMinutes },
            ["deploymentReadyOption"] = new JsonObject { ["actionOnTimeout"] = "CONTINUE_DEPLOYMENT", ["waitTimeInMinutes"] = 0 },
        },
        ["ecsServices"] = new JsonArray(new JsonObject { ["clusterName"] = Application, ["serviceName"] = name }),
        ["loadBalancerInfo"] = new JsonObject
        {
            ["targetGroupPairInfoList"] = new JsonArray(new JsonObject
            {
                ["targetGroups"] = new JsonArray(new JsonObject { ["name"] = $"{name}-1" }, new JsonObject { ["name"] = $"{name}-2" }),
                ["prodTrafficRoute"] = new JsonObject { ["listenerArns"] = new JsonArray(listener) },
            }),
        },
    });

    // Where calls are throttled, virtual time has all the time that it takes.
    private JsonObject Call(string region, string service, string operation, JsonObject input)
    {
        while (true)
        {
            try
            {
                return _aws.Invoke(service, operation, input, region);
            }
            catch (AwsErrorException exception) when (exception.Code == "ThrottlingException" && _aws.Clock.IsVirtual)
            {
                _aws.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }
}
