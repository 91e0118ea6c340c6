using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

public sealed class TaskStartTests
{
    private const string AllOfLogs = """{"Effect":"Allow","Action":"logs:*","Resource":"*"}""";
    private const string AllOfEcr = """{"Effect":"Allow","Action":"ecr:*","Resource":"*"}""";

    [Theory]
    [InlineData(AllOfLogs, "CannotPullContainerError: The task can't pull the image. Check that the role has the permissions to pull images from the registry.*")]
    [InlineData("""{"Effect":"Allow","Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Resource":"*"}""",
        "ResourceInitializationError: unable to pull secrets or registry auth: *retrieve ecr registry auth*AccessDeniedException: User: *:assumed-role/tasks/* is not authorized to perform: ecr:GetAuthorizationToken on resource: **")]
    [InlineData(AllOfEcr, "ResourceInitializationError: failed to validate logger args: *AccessDeniedException: *logs:CreateLogStream*")]
    public async Task ExecutionRole_WithoutTheRights_StopsTheTask(string statement, string reason)
    {
        await using var world = await SeedWorld.CreateAsync();
        var role = world.MakeRole("tasks", statement);

        var task = world.DeployUntilATaskStops(world.RegisterChanged(document => document["executionRoleArn"] = role));

        task.Text("stopCode").Should().Be("TaskFailedToStart");
        task.Text("stoppedReason").Should().Match(reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ExecutionRole_ThatCannotBeAssumed_StopsTheTaskAndIsTold(bool isDeleted)
    {
        await using var world = await SeedWorld.CreateAsync();
        var role = world.MakeRole("tasks", trusted: "ec2.amazonaws.com");
        if (isDeleted)
        {
            world.Call("iam", "DeleteRole", new() { ["RoleName"] = "tasks" });
        }

        var task = world.DeployUntilATaskStops(world.RegisterChanged(document => document["executionRoleArn"] = role));

        task.Text("stopCode").Should().Be("TaskFailedToStart");
        task.Text("stoppedReason").Should().StartWith($"ECS was unable to assume the role '{role}' that was provided for this task.");
        world.ServiceEvents.Should().ContainMatch("*failed to launch a task with (error ECS was unable to assume the role*");
    }

    [Theory]
    [InlineData("arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db-AbCdEf", "secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db-AbCdEf")]
    [InlineData("token", "ssm:GetParameters on resource: arn:aws:ssm:ap-northeast-1:123456789012:parameter/token")]
    public async Task Secret_ThatTheExecutionRoleMayNotRead_StopsTheTask(string from, string what)
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("ssm", "PutParameter", new() { ["Name"] = "token", ["Type"] = "String", ["Value"] = "v" });

        var task = world.DeployUntilATaskStops(world.RegisterChanged(document =>
            document["containerDefinitions"]![0]!["secrets"] = new JsonArray(new JsonObject { ["name"] = "A", ["valueFrom"] = from })));

        task.Text("stoppedReason").Should().StartWith("ResourceInitializationError: unable to pull secrets or registry auth: ").And.Contain("AccessDeniedException: User: ").And.Contain(what);
    }

    [Fact]
    public async Task NoPublicAddress_InAPublicSubnet_HasNoWayToEcr()
    {
        await using var world = await SeedWorld.CreateAsync();
        var subnets = world.Service().Object("networkConfiguration")!.Object("awsvpcConfiguration")!.Texts("subnets");

        world.Deploy(world.AppSpecIn(subnets[0], "DISABLED"));
        world.AdvanceUntil(() => world.Tasks("STOPPED").Count > 0);

        world.Tasks("STOPPED")[0].Text("stoppedReason").Should().StartWith("ResourceInitializationError: unable to pull secrets or registry auth: ")
            .And.Contain("There is a connection issue between the task and Amazon ECR. Check your task network configuration.");
    }

    [Fact]
    public async Task PrivateSubnet_WithEndpointsOrWithNat_HasAWayToEcr()
    {
        await using var world = await SeedWorld.CreateAsync();
        var vpc = world.Call("ec2", "CreateVpc", new() { ["CidrBlock"] = "10.0.0.0/16" }).Object("Vpc")!.Text("VpcId")!;
        var subnet = world.Call("ec2", "CreateSubnet", new() { ["VpcId"] = vpc, ["CidrBlock"] = "10.0.1.0/24" }).Object("Subnet")!.Text("SubnetId")!;
        var table = world.Call("ec2", "DescribeRouteTables", []).Objects("RouteTables").First(one => one.Text("VpcId") == vpc).Text("RouteTableId")!;
        Run().Should().Contain("Amazon ECR");

        foreach (var service in (string[])["ecr.api", "ecr.dkr", "logs"])
        {
            world.Call("ec2", "CreateVpcEndpoint", new() { ["VpcId"] = vpc, ["ServiceName"] = $"com.amazonaws.ap-northeast-1.{service}", ["VpcEndpointType"] = "Interface", ["SubnetIds"] = new JsonArray(subnet) });
        }

        world.Advance(TimeSpan.FromMinutes(2));
        Run().Should().StartWith("CannotPullContainerError: ref pull has been retried 5 time(s)").And.Contain("s3.ap-northeast-1.amazonaws.com");

        world.Call("ec2", "CreateVpcEndpoint", new() { ["VpcId"] = vpc, ["ServiceName"] = "com.amazonaws.ap-northeast-1.s3", ["RouteTableIds"] = new JsonArray(table) });
        Run().Should().Be("RUNNING");

        string Run()
        {
            var arn = world.Call("ecs", "RunTask", new()
            {
                ["cluster"] = world.Seed.ClusterName,
                ["taskDefinition"] = world.Seed.TaskDefinitionArn,
                ["launchType"] = "FARGATE",
                ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray(subnet) } },
            }).Objects("tasks")[0].Text("taskArn")!;
            world.Advance(TimeSpan.FromMinutes(1));
            var task = world.Call("ecs", "DescribeTasks", new() { ["cluster"] = world.Seed.ClusterName, ["tasks"] = new JsonArray(arn) }).Objects("tasks")[0];
            return task.Text("stoppedReason") ?? task.Text("lastStatus")!;
        }
    }

    [Fact]
    public async Task ImageOfOtherProcessors_CannotBePulled()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("ecr", "PutImage", new()
        {
            ["repositoryName"] = world.Seed.ServiceName,
            ["imageTag"] = "arm",
            ["imageManifest"] = """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"size":1,"platform":{"os":"linux","architecture":"arm64"}}]}""",
        });
        var image = world.Seed.ImageV2[..^2] + "arm";

        var task = world.DeployUntilATaskStops(world.Register(image));

        task.Text("stoppedReason").Should().EndWith("image Manifest does not contain descriptor matching platform 'linux/amd64'");
        task.Objects("containers")[0].Text("reason").Should().StartWith("CannotPullContainerError: ");
    }

    [Fact]
    public async Task ImageThatRunsOutOfMemory_IsKilled()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV2].RunsOutOfMemory();

        var container = world.DeployUntilATaskStops(world.Register(world.Seed.ImageV2)).Objects("containers")[0];

        (container.Int("exitCode"), container.Text("reason")).Should().Be((137, "OutOfMemoryError: Container killed due to memory usage"));
    }

    [Fact]
    public async Task ImageThatCrashes_LeavesItsLinesInTheLog()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV2].Logs("Error: no database", "    at main.js:3").Crashes();

        var id = world.DeployUntilATaskStops(world.Register(world.Seed.ImageV2)).Text("taskArn")!.Split('/')[^1];

        var events = world.Call("logs", "GetLogEvents", new()
        {
            ["logGroupName"] = "/ecs/aws-ecs-getting-started",
            ["logStreamName"] = $"awslogs-admin-panel/{world.Seed.ServiceName}/{id}",
            ["startFromHead"] = true,
        }).Objects("events").Select(one => one.Text("message"));
        events.Should().ContainInOrder("Error: no database", "    at main.js:3");
    }
}
