using System.Text.Json.Nodes;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>What stands in the way is named with its ARN, before anything is done.</summary>
public sealed class ConflictTests
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    // What somebody else has made before, and the resource of the plan in whose way it stands.
    private static readonly Dictionary<string, (Func<ProvisioningBench, string> Make, string Resource)> Obstacles = new(StringComparer.Ordinal)
    {
        ["cluster"] = (bench => Call(bench, "ecs.CreateCluster", new() { ["clusterName"] = "web" })["cluster"]!["clusterArn"]!.GetValue<string>(), "Cluster:web"),
        ["repository"] = (bench => Call(bench, "ecr.CreateRepository", new() { ["repositoryName"] = ProvisioningBench.Name })["repository"]!["repositoryArn"]!.GetValue<string>(), $"Repository:{ProvisioningBench.Name}"),
        ["role"] = (bench => Call(bench, "iam.CreateRole", new() { ["RoleName"] = "ecsTaskExecutionRole", ["AssumeRolePolicyDocument"] = Trust })["Role"]!["Arn"]!.GetValue<string>(), "Role:ecsTaskExecutionRole"),
        ["log group"] = (MakeLogGroup, "LogGroup:/ecs/aws-ecs-getting-started"),
        ["security group"] = (MakeSecurityGroup, $"SecurityGroup:{ProvisioningBench.Name}-tasks"),
        ["load balancer"] = (bench => MakeBalancer(bench, ProvisioningBench.Name, DefaultSubnets(bench)), $"LoadBalancer:{ProvisioningBench.Name}"),
        ["target group"] = (bench => MakeGroup(bench, DefaultVpc(bench)), $"TargetGroup:{ProvisioningBench.Name}-1"),
        ["target group in another VPC"] = (bench => MakeGroup(bench, OtherVpc(bench).Vpc, tag: true), $"TargetGroup:{ProvisioningBench.Name}-1"),
        ["load balancer in another VPC"] = (bench => MakeBalancer(bench, ProvisioningBench.Name, OtherVpc(bench).Subnets, tag: true), $"LoadBalancer:{ProvisioningBench.Name}"),
        ["application"] = (MakeApplication, $"Application:AppECS-web-{ProvisioningBench.Name}"),
        ["alarm"] = (MakeAlarm, "Alarm:5xx-high"),
    };

    private static readonly Dictionary<string, (Func<ProvisioningBench, string> Make, string Resource)> PipelineObstacles = new(StringComparer.Ordinal)
    {
        ["source repository"] = (bench => Call(bench, "codecommit.CreateRepository", new() { ["repositoryName"] = ProvisioningBench.Name })["repositoryMetadata"]!["Arn"]!.GetValue<string>(), $"SourceRepository:{ProvisioningBench.Name}"),
        ["bucket"] = (MakeBucket, $"Bucket:{ProvisioningBench.Name}-artifacts"),
        ["role of builds"] = (bench => MakeRole(bench, $"codebuild-{ProvisioningBench.Name}-service-role"), $"Role:codebuild-{ProvisioningBench.Name}-service-role"),
        ["role of the pipeline"] = (bench => MakeRole(bench, $"AWSCodePipelineServiceRole-{ProvisioningBench.Name}"), $"Role:AWSCodePipelineServiceRole-{ProvisioningBench.Name}"),
        ["build project"] = (MakeProject, $"BuildProject:{ProvisioningBench.Name}"),
        ["pipeline"] = (MakePipeline, $"Pipeline:{ProvisioningBench.Name}"),
    };

    public static TheoryData<string> PipelineNames => [.. PipelineObstacles.Keys];

    [Theory]
    [MemberData(nameof(PipelineNames))]
    public async Task Apply_WithSomethingInThePipelinesWay_IsRefusedAsAWhole(string name)
    {
        await using var bench = new ProvisioningBench();
        var (make, resource) = PipelineObstacles[name];
        var arn = make(bench);

        await RefusesAsync(bench, Deliveries.ByCodeCommit().Build(), resource, arn);
    }

    [Fact]
    public async Task Apply_FromAnExistingBucketWithoutVersions_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var arn = MakeBucket(bench);
        var environment = ProvisioningBench.Labo().WithPipeline(pipeline => pipeline.FromExistingS3(arn.Split(':')[^1], "labo.zip").WithBuild().WithBucket("labo-artifacts")).Build();

        var conflict = await RefusesAsync(bench, environment, $"Bucket:{arn.Split(':')[^1]}", arn);

        conflict.Reason.Should().Contain("not versioned");
    }

    public static TheoryData<string> Names => [.. Obstacles.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Apply_WithSomethingInTheWay_IsRefusedAsAWhole(string name)
    {
        await using var bench = new ProvisioningBench();
        var (make, resource) = Obstacles[name];
        var arn = make(bench);

        await RefusesAsync(bench, ProvisioningBench.Labo().WithAlarm(new("5xx-high")).Build(), resource, arn);
    }

    [Theory]
    [InlineData(EnvironmentController.EcsNative, "ECS")]
    [InlineData(EnvironmentController.External, "EXTERNAL")]
    public async Task Apply_OnAServiceWithAnotherController_IsRefused(EnvironmentController controller, string name)
    {
        await using var bench = new ProvisioningBench();
        await bench.ApplyAsync(ProvisioningBench.Labo().Build());
        bench.Settle();

        var conflict = await RefusesAsync(bench, ProvisioningBench.Labo(controller).Build(), $"Service:{ProvisioningBench.Name}", $"arn:aws:ecs:{ProvisioningBench.Region}:123456789012:service/web/{ProvisioningBench.Name}");

        conflict.Reason.Should().Be($"Its deployment controller is CODE_DEPLOY, not {name}.");
    }

    [Fact]
    public async Task Apply_OnAnExistingLoadBalancer_WhosePortIsTaken_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var balancer = MakeBalancer(bench, "shared", DefaultSubnets(bench));
        var listener = Call(bench, "elbv2.CreateListener", new() { ["LoadBalancerArn"] = balancer, ["Protocol"] = "HTTP", ["Port"] = 8080, ["DefaultActions"] = Forward(MakeGroup(bench, DefaultVpc(bench), "other")) });

        await RefusesAsync(bench, ProvisioningBench.Labo().WithExistingLoadBalancer(balancer).Build(), "Listener:shared:8080", listener["Listeners"]![0]!["ListenerArn"]!.GetValue<string>());
    }

    [Fact]
    public async Task Apply_OnAnExistingLoadBalancer_InAnotherVpcThanTheTasks_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var balancer = MakeBalancer(bench, "shared", OtherVpc(bench).Subnets);
        var environment = ProvisioningBench.Labo().WithExistingLoadBalancer("shared").InNetwork(new() { TaskSubnets = [.. DefaultSubnets(bench)] }).Build();

        var plan = await bench.PlanAsync(environment);

        plan.Conflicts.Should().ContainSingle().Which.Reason.Should().Contain("2 VPCs");
        balancer.Should().Contain("shared");
    }

    [Fact]
    public async Task Apply_OnAListenerThatForwardsElsewhere_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var environment = ProvisioningBench.Labo().Build();
        var made = await bench.ApplyAsync(environment);
        var other = MakeGroup(bench, DefaultVpc(bench), "other");
        Call(bench, "elbv2.ModifyListener", new() { ["ListenerArn"] = made.ProductionListenerArn, ["DefaultActions"] = Forward(other) });

        await RefusesAsync(bench, environment, $"Listener:{ProvisioningBench.Name}:8080", other);
    }

    [Fact]
    public async Task Apply_OnTargetGroupsBehindAnotherLoadBalancer_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var other = MakeBalancer(bench, "other", DefaultSubnets(bench));
        Call(bench, "elbv2.CreateListener", new() { ["LoadBalancerArn"] = other, ["Protocol"] = "HTTP", ["Port"] = 80, ["DefaultActions"] = Forward(MakeGroup(bench, DefaultVpc(bench), $"{ProvisioningBench.Name}-2", tag: true)) });

        await RefusesAsync(bench, ProvisioningBench.Labo().Build(), $"TargetGroup:{ProvisioningBench.Name}-2", other);
    }

    [Fact]
    public async Task Apply_OnAnotherEnvironmentsResource_NamesThatEnvironment()
    {
        await using var bench = new ProvisioningBench();
        var repository = Call(bench, "ecr.CreateRepository", new() { ["repositoryName"] = ProvisioningBench.Name, ["tags"] = new JsonArray(new JsonObject { ["Key"] = BlueGreenEnvironment.TagKey, ["Value"] = "shop" }) });

        var conflict = await RefusesAsync(bench, ProvisioningBench.Labo().Build(), $"Repository:{ProvisioningBench.Name}", repository["repository"]!["repositoryArn"]!.GetValue<string>());

        conflict.Reason.Should().StartWith("It belongs to the environment 'shop'.");
    }

    [Fact]
    public async Task Apply_WhereTheQuotaIsUsedUp_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var subnets = DefaultSubnets(bench);
        for (var i = 0; i < 50; i++)
        {
            MakeBalancer(bench, FormattableString.Invariant($"other-{i}"), subnets);
        }

        var conflict = await RefusesAsync(bench, ProvisioningBench.Labo().Build(), $"LoadBalancer:{ProvisioningBench.Name}", arn: null);

        conflict.Reason.Should().StartWith("The region has 50 of 50 Application Load Balancers.");
    }

    [Theory]
    [InlineData("cluster")]
    [InlineData("role")]
    [InlineData("log group")]
    [InlineData("load balancer")]
    [InlineData("subnet")]
    public async Task Apply_WithSomethingGivenThatIsNotThere_IsRefused(string what)
    {
        await using var bench = new ProvisioningBench();
        var labo = ProvisioningBench.Labo();
        var environment = what switch
        {
            "cluster" => labo.InExistingCluster("web"),
            "role" => labo.WithExistingExecutionRole("ecsTaskExecutionRole"),
            "log group" => labo.WithExistingLogGroup("/ecs/aws-ecs-getting-started"),
            "load balancer" => labo.WithExistingLoadBalancer("shared"),
            _ => labo.InNetwork(new() { Subnets = ["subnet-00000000000000000"] }),
        };

        var plan = await bench.PlanAsync(environment.Build());

        plan.Conflicts.Should().Contain(one => one.Reason.Contains("does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apply_WithARoleGivenThatAnotherServiceTakesOn_IsRefused()
    {
        await using var bench = new ProvisioningBench();
        var arn = Call(bench, "iam.CreateRole", new() { ["RoleName"] = "mover", ["AssumeRolePolicyDocument"] = Trust })["Role"]!["Arn"]!.GetValue<string>();

        var conflict = await RefusesAsync(bench, ProvisioningBench.Labo().WithExistingTrafficRole("mover").Build(), "Role:mover", arn);

        conflict.Reason.Should().Contain("may not be taken on by codedeploy.amazonaws.com");
    }

    private static async Task<PlannedResource> RefusesAsync(ProvisioningBench bench, BlueGreenEnvironment environment, string resource, string? arn)
    {
        var before = AccountPicture.Of(bench.Simulator);
        var conflict = (await bench.PlanAsync(environment)).Conflicts.Should().ContainSingle(one => one.Id == resource).Which;
        conflict.Arn.Should().Be(arn);

        var applying = () => bench.ApplyAsync(environment);

        (await applying.Should().ThrowAsync<ProvisioningConflictException>()).Which.Plan.Conflicts.Should().Contain(conflict);
        AccountPicture.Of(bench.Simulator).Should().Equal(before);
        return conflict;
    }

    private static JsonObject Call(ProvisioningBench bench, string call, JsonObject input)
    {
        var parts = call.Split('.');
        return bench.Simulator.Invoke(parts[0], parts[1], input, ProvisioningBench.Region);
    }

    private static string MakeRole(ProvisioningBench bench, string name) =>
        Call(bench, "iam.CreateRole", new() { ["RoleName"] = name, ["AssumeRolePolicyDocument"] = Trust })["Role"]!["Arn"]!.GetValue<string>();

    private static string MakeBucket(ProvisioningBench bench)
    {
        const string Name = $"{ProvisioningBench.Name}-artifacts-123456789012-{ProvisioningBench.Region}";
        Call(bench, "s3.CreateBucket", new() { ["Bucket"] = Name, ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = ProvisioningBench.Region } });
        return $"arn:aws:s3:::{Name}";
    }

    private static string MakeProject(ProvisioningBench bench) => Call(bench, "codebuild.CreateProject", new()
    {
        ["name"] = ProvisioningBench.Name,
        ["source"] = new JsonObject { ["type"] = "CODEPIPELINE" },
        ["artifacts"] = new JsonObject { ["type"] = "CODEPIPELINE" },
        ["environment"] = new JsonObject { ["type"] = "LINUX_CONTAINER", ["image"] = "aws/codebuild/standard:7.0", ["computeType"] = "BUILD_GENERAL1_SMALL" },
        ["serviceRole"] = "arn:aws:iam::123456789012:role/build",
    })["project"]!["arn"]!.GetValue<string>();

    private static string MakePipeline(ProvisioningBench bench)
    {
        var declaration = PipelineWorld.Declaration(PipelineWorld.Source(), PipelineWorld.Approval());
        declaration["name"] = ProvisioningBench.Name;
        Call(bench, "codepipeline.CreatePipeline", new() { ["pipeline"] = declaration });
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        return $"arn:aws:codepipeline:{ProvisioningBench.Region}:123456789012:{ProvisioningBench.Name}";
    }

    private static List<string> DefaultSubnets(ProvisioningBench bench) =>
        [.. Call(bench, "ec2.DescribeSubnets", [])["Subnets"]!.AsArray().Where(subnet => subnet!["DefaultForAz"]!.GetValue<bool>()).Select(subnet => subnet!["SubnetId"]!.GetValue<string>())];

    private static string DefaultVpc(ProvisioningBench bench) =>
        Call(bench, "ec2.DescribeSubnets", [])["Subnets"]!.AsArray().First(subnet => subnet!["DefaultForAz"]!.GetValue<bool>())!["VpcId"]!.GetValue<string>();

    private static (string Vpc, List<string> Subnets) OtherVpc(ProvisioningBench bench)
    {
        var vpc = Call(bench, "ec2.CreateVpc", new() { ["CidrBlock"] = "10.0.0.0/16" })["Vpc"]!["VpcId"]!.GetValue<string>();
        var gateway = Call(bench, "ec2.CreateInternetGateway", [])["InternetGateway"]!["InternetGatewayId"]!.GetValue<string>();
        Call(bench, "ec2.AttachInternetGateway", new() { ["VpcId"] = vpc, ["InternetGatewayId"] = gateway });
        return (vpc, [Subnet("10.0.0.0/24", "a"), Subnet("10.0.1.0/24", "c")]);

        string Subnet(string block, string zone) =>
            Call(bench, "ec2.CreateSubnet", new() { ["VpcId"] = vpc, ["CidrBlock"] = block, ["AvailabilityZone"] = ProvisioningBench.Region + zone })["Subnet"]!["SubnetId"]!.GetValue<string>();
    }

    private static JsonArray Ours() => new(new JsonObject { ["Key"] = BlueGreenEnvironment.TagKey, ["Value"] = ProvisioningBench.Name });

    private static JsonArray Forward(string group) => new(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = group });

    private static string MakeBalancer(ProvisioningBench bench, string name, IEnumerable<string> subnets, bool tag = false)
    {
        var input = new JsonObject { ["Name"] = name, ["Subnets"] = new JsonArray([.. subnets.Select(subnet => JsonValue.Create(subnet))]) };
        if (tag)
        {
            input["Tags"] = Ours();
        }

        return Call(bench, "elbv2.CreateLoadBalancer", input)["LoadBalancers"]![0]!["LoadBalancerArn"]!.GetValue<string>();
    }

    private static string MakeGroup(ProvisioningBench bench, string vpc, string name = $"{ProvisioningBench.Name}-1", bool tag = false)
    {
        var input = new JsonObject { ["Name"] = name, ["Protocol"] = "HTTP", ["Port"] = 5000, ["VpcId"] = vpc, ["TargetType"] = "ip" };
        if (tag)
        {
            input["Tags"] = Ours();
        }

        return Call(bench, "elbv2.CreateTargetGroup", input)["TargetGroups"]![0]!["TargetGroupArn"]!.GetValue<string>();
    }

    private static string MakeLogGroup(ProvisioningBench bench)
    {
        Call(bench, "logs.CreateLogGroup", new() { ["logGroupName"] = "/ecs/aws-ecs-getting-started" });
        return $"arn:aws:logs:{ProvisioningBench.Region}:123456789012:log-group:/ecs/aws-ecs-getting-started";
    }

    private static string MakeSecurityGroup(ProvisioningBench bench)
    {
        var made = Call(bench, "ec2.CreateSecurityGroup", new() { ["GroupName"] = $"{ProvisioningBench.Name}-tasks", ["Description"] = "Somebody else's", ["VpcId"] = DefaultVpc(bench) });
        return $"arn:aws:ec2:{ProvisioningBench.Region}:123456789012:security-group/{made["GroupId"]!.GetValue<string>()}";
    }

    private static string MakeApplication(ProvisioningBench bench)
    {
        Call(bench, "codedeploy.CreateApplication", new() { ["applicationName"] = $"AppECS-web-{ProvisioningBench.Name}", ["computePlatform"] = "ECS" });
        return $"arn:aws:codedeploy:{ProvisioningBench.Region}:123456789012:application:AppECS-web-{ProvisioningBench.Name}";
    }

    private static string MakeAlarm(ProvisioningBench bench)
    {
        bench.Simulator.SetAlarmState("5xx-high", "OK", region: ProvisioningBench.Region);
        return $"arn:aws:cloudwatch:{ProvisioningBench.Region}:123456789012:alarm:5xx-high";
    }
}
