using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

/// <summary>Services under each deployment controller, without a load balancer.</summary>
public sealed class ServiceTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();

    public ServiceTests()
    {
        Call("CreateCluster", new() { ["clusterName"] = "c" });
        Register("one:1");
        Register("two:1");
    }

    [Fact]
    public void Rolling_NewTaskDefinition_ReplacesTheTasksAndNeverFallsBelowTheDesiredCount()
    {
        CreateService("ECS", desired: 3);
        _simulator.Clock.Advance(TimeSpan.FromMinutes(2));
        Describe().Objects("deployments").Should().ContainSingle().Which.Text("rolloutState").Should().Be("COMPLETED");

        Call("UpdateService", new() { ["cluster"] = "c", ["service"] = "s", ["taskDefinition"] = "two" });
        for (var i = 0; i < 120; i++)
        {
            _simulator.Clock.Advance(TimeSpan.FromSeconds(1));
            Describe().Int("runningCount").Should().BeInRange(3, 6);
        }

        var deployment = Describe().Objects("deployments").Should().ContainSingle().Which;
        deployment.Text("taskDefinition").Should().EndWith("two:1");
        deployment.Text("rolloutState").Should().Be("COMPLETED");
        deployment.Int("runningCount").Should().Be(3);
        Describe().Objects("events")[0].Text("message").Should().Be("(service s) has reached a steady state.");
    }

    [Fact]
    public void CreateService_CodeDeployWithoutLoadBalancer_IsRefused()
    {
        var creating = () => CreateService("CODE_DEPLOY", desired: 1);

        creating.Should().Throw<AwsErrorException>().WithMessage("A service with a CODE_DEPLOY deployment controller must have exactly one load balancer.");
    }

    [Fact]
    public async Task UpdateService_CodeDeploy_ChangesTheCountButNotTheTaskDefinition()
    {
        await using var world = await SeedWorld.CreateAsync();
        var service = new JsonObject { ["cluster"] = world.Seed.ClusterName, ["service"] = world.Seed.ServiceName };
        var definition = service.Copy();
        definition["taskDefinition"] = world.Seed.TaskDefinitionArn;
        var count = service.Copy();
        count["desiredCount"] = 3;

        world.Invoking(one => one.Call("ecs", "UpdateService", definition)).Should().Throw<AwsErrorException>()
            .WithMessage("Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.")
            .Which.Code.Should().Be("InvalidParameterException");
        world.Call("ecs", "UpdateService", count);
        world.AdvanceUntil(() => world.Service().Int("runningCount") == 3);
    }

    [Fact]
    public void External_TaskSets_GoFromZeroToPrimaryToGone()
    {
        CreateService("EXTERNAL", desired: 3);
        var first = CreateTaskSet("one", 100);
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Promote(first);
        var second = CreateTaskSet("two", null);

        TaskSet(second).Int("computedDesiredCount").Should().Be(0);
        TaskSet(second).Text("stabilityStatus").Should().Be("STABILIZING");
        Call("UpdateTaskSet", new() { ["cluster"] = "c", ["service"] = "s", ["taskSet"] = second, ["scale"] = new JsonObject { ["value"] = 50, ["unit"] = "PERCENT" } });
        TaskSet(second).Int("computedDesiredCount").Should().Be(2, "shares are rounded up");
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        TaskSet(second).Text("stabilityStatus").Should().Be("STEADY_STATE");

        Promote(second);
        TaskSet(first).Text("status").Should().Be("ACTIVE");
        Describe().Text("taskDefinition").Should().EndWith("two:1");
        var deleting = () => Call("DeleteTaskSet", new() { ["cluster"] = "c", ["service"] = "s", ["taskSet"] = first });
        deleting.Should().Throw<AwsErrorException>();
        Call("DeleteTaskSet", new() { ["cluster"] = "c", ["service"] = "s", ["taskSet"] = first, ["force"] = true }).Object("taskSet")!.Text("status").Should().Be("DRAINING");
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Describe().Objects("taskSets").Should().ContainSingle().Which.Text("id").Should().Be(second);
    }

    [Fact]
    public void DescribeServices_UnknownService_IsAFailureAndUnknownClusterAnError()
    {
        Call("DescribeServices", new() { ["cluster"] = "c", ["services"] = new JsonArray("x") })
            .Objects("failures").Should().ContainSingle().Which.Text("reason").Should().Be("MISSING");
        var asking = () => Call("DescribeServices", new() { ["cluster"] = "x", ["services"] = new JsonArray("x") });
        asking.Should().Throw<AwsErrorException>().Which.Code.Should().Be("ClusterNotFoundException");
    }

    [Fact]
    public void RunTask_AndStopTask_WalkThroughTheirStates()
    {
        var arn = Call("RunTask", new() { ["cluster"] = "c", ["taskDefinition"] = "one" }).Objects("tasks")[0].Text("taskArn")!;
        var states = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            states.Add(Task(arn).Text("lastStatus")!);
            _simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Call("StopTask", new() { ["cluster"] = "c", ["task"] = arn, ["reason"] = "enough" });
        states.Add(Task(arn).Text("lastStatus")!);
        _simulator.Clock.Advance(TimeSpan.FromSeconds(20));

        states.Distinct(StringComparer.Ordinal).Should().Equal("PROVISIONING", "PENDING", "ACTIVATING", "RUNNING", "STOPPING");
        Task(arn).Text("lastStatus").Should().Be("STOPPED");
        Task(arn).Text("stopCode").Should().Be("UserInitiated");
        Task(arn).Text("stoppedReason").Should().Be("enough");
        _simulator.Clock.Advance(TimeSpan.FromHours(2));
        Call("DescribeTasks", new() { ["cluster"] = "c", ["tasks"] = new JsonArray(arn) }).Objects("failures").Should().ContainSingle();
    }

    [Fact]
    public void DeleteService_Force_DrainsAndIsInactive()
    {
        CreateService("ECS", desired: 1);
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));

        Call("DeleteService", new() { ["cluster"] = "c", ["service"] = "s", ["force"] = true }).Object("service")!.Text("status").Should().Be("DRAINING");
        _simulator.Clock.Advance(TimeSpan.FromMinutes(1));

        Describe().Text("status").Should().Be("INACTIVE");
        Call("DeleteCluster", new() { ["cluster"] = "c" }).Object("cluster")!.Text("status").Should().Be("INACTIVE");
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private void Register(string image) => Call("RegisterTaskDefinition", new()
    {
        ["family"] = image.Split(':')[0],
        ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "app", ["image"] = image, ["memory"] = 128 }),
    });

    private void CreateService(string controller, int desired)
    {
        var input = new JsonObject
        {
            ["cluster"] = "c",
            ["serviceName"] = "s",
            ["desiredCount"] = desired,
            ["deploymentController"] = new JsonObject { ["type"] = controller },
        };
        input.SetUnlessNull("taskDefinition", controller == "EXTERNAL" ? null : "one");
        Call("CreateService", input);
    }

    private string CreateTaskSet(string definition, int? percent)
    {
        var input = new JsonObject { ["cluster"] = "c", ["service"] = "s", ["taskDefinition"] = definition, ["externalId"] = definition };
        input.SetUnlessNull("scale", percent is { } value ? new JsonObject { ["value"] = value, ["unit"] = "PERCENT" } : null);
        return Call("CreateTaskSet", input).Object("taskSet")!.Text("id")!;
    }

    private void Promote(string id) => Call("UpdateServicePrimaryTaskSet", new() { ["cluster"] = "c", ["service"] = "s", ["primaryTaskSet"] = id });

    private JsonObject TaskSet(string id) =>
        Call("DescribeTaskSets", new() { ["cluster"] = "c", ["service"] = "s", ["taskSets"] = new JsonArray(id) }).Objects("taskSets")[0];

    private JsonObject Task(string arn) => Call("DescribeTasks", new() { ["cluster"] = "c", ["tasks"] = new JsonArray(arn) }).Objects("tasks")[0];

    private JsonObject Describe() => Call("DescribeServices", new() { ["cluster"] = "c", ["services"] = new JsonArray("s") }).Objects("services")[0];

    private JsonObject Call(string operation, JsonObject input) => _simulator.Invoke("ecs", operation, input);
}
