using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.AutoScaling;

public sealed class ScalingTests
{
    private const string Resource = "service/web/labo-terraform-admin";

    [Theory]
    [InlineData(4, 8, 4, "minimum capacity was set to 4")]
    [InlineData(1, 1, 1, "maximum capacity was set to 1")]
    [InlineData(1, 4, 2, null)]
    public async Task Target_Registered_BringsTheServiceWithinItsBounds(int least, int most, int desired, string? cause)
    {
        await using var world = await SeedWorld.CreateAsync();

        Register(world, least, most).Text("ScalableTargetARN").Should().StartWith("arn:aws:application-autoscaling:ap-northeast-1:123456789012:scalable-target/");
        world.Advance(TimeSpan.FromMinutes(1));

        world.Service().Int("desiredCount").Should().Be(desired);
        Call(world, "DescribeScalingActivities", []).Objects("ScalingActivities").Select(one => one.Text("Cause")).Should().Equal(cause is null ? [] : [cause]);
    }

    [Fact]
    public async Task Target_Suspended_KeepsTheServiceAndItsState()
    {
        await using var world = await SeedWorld.CreateAsync();
        Call(world, "RegisterScalableTarget", Target(new() { ["MinCapacity"] = 4, ["MaxCapacity"] = 8, ["SuspendedState"] = new JsonObject { ["DynamicScalingOutSuspended"] = true } }));

        world.Service().Int("desiredCount").Should().Be(2);
        var target = Call(world, "DescribeScalableTargets", new() { ["ResourceIds"] = new JsonArray(Resource) }).Objects("ScalableTargets").Single();
        target.Object("SuspendedState")!.ToJsonString().Should().Be("""{"DynamicScalingInSuspended":false,"DynamicScalingOutSuspended":true,"ScheduledScalingSuspended":false}""");
        Call(world, "RegisterScalableTarget", Target(new() { ["SuspendedState"] = new JsonObject { ["DynamicScalingOutSuspended"] = false } }));
        world.Service().Int("desiredCount").Should().Be(4);
    }

    [Fact]
    public async Task Target_ThatCannotBe_IsRefused()
    {
        await using var world = await SeedWorld.CreateAsync();

        Networks.Refusal(() => Call(world, "RegisterScalableTarget", Target(new() { ["ResourceId"] = "service/web/other", ["MinCapacity"] = 1, ["MaxCapacity"] = 2 })))
            .Should().Be(("ValidationException", "ECS service doesn't exist: service/web/other"));
        Networks.Refusal(() => Register(world, 3, 2)).Message.Should().Be("Maximum capacity cannot be less than minimum capacity");
        Networks.Refusal(() => Call(world, "RegisterScalableTarget", Target(new() { ["MinCapacity"] = 1 }))).Code.Should().Be("ValidationException");
        Networks.Refusal(() => Call(world, "RegisterScalableTarget", Target(new() { ["ScalableDimension"] = "rds:cluster:ReadReplicaCount" }))).Code.Should().Be("ValidationException");
        Networks.Refusal(() => Call(world, "DeregisterScalableTarget", Target([]))).Code.Should().Be("ObjectNotFoundException");
        Networks.Refusal(() => Track(world, "cpu")).Should().Be(("ObjectNotFoundException",
            $"No scalable target registered for service namespace: ecs, resource ID: {Resource}, scalable dimension: ecs:service:DesiredCount"));
    }

    [Fact]
    public async Task TargetTracking_HasTwoAlarms_WhichGoWithIt()
    {
        await using var world = await SeedWorld.CreateAsync();
        Register(world, 1, 4);

        var arn = Track(world, "cpu").Text("PolicyARN");
        var alarms = Alarms(world);
        alarms.Select(alarm => (alarm.Text("MetricName"), alarm.Text("ComparisonOperator"), alarm.Number("Threshold"), alarm.Int("EvaluationPeriods"))).Should().Equal(
            ("CPUUtilization", "GreaterThanThreshold", 60.0, 3), ("CPUUtilization", "LessThanThreshold", 54.0, 15));
        alarms.Should().OnlyContain(alarm => alarm.Text("AlarmName")!.StartsWith($"TargetTracking-{Resource}-Alarm") && alarm.Texts("AlarmActions")[0] == arn);
        Track(world, "cpu", disableScaleIn: true).Text("PolicyARN").Should().Be(arn);
        Alarms(world).Should().ContainSingle();
        Call(world, "DescribeScalingPolicies", new() { ["PolicyNames"] = new JsonArray("cpu") }).Objects("ScalingPolicies").Single().Objects("Alarms").Should().ContainSingle();

        Track(world, "memory");
        Call(world, "DeleteScalingPolicy", Target(new() { ["PolicyName"] = "cpu" }));
        Alarms(world).Should().HaveCount(2);
        Networks.Refusal(() => Call(world, "DeleteScalingPolicy", Target(new() { ["PolicyName"] = "cpu" }))).Code.Should().Be("ObjectNotFoundException");
        Call(world, "DeregisterScalableTarget", Target([]));
        Alarms(world).Should().BeEmpty();
        Call(world, "DescribeScalingPolicies", []).Objects("ScalingPolicies").Should().BeEmpty();
    }

    [Fact]
    public async Task Tags_OfATarget_AreKept()
    {
        await using var world = await SeedWorld.CreateAsync();
        var arn = Register(world, 1, 4).Text("ScalableTargetARN")!;
        world.Call("application-autoscaling", "TagResource", new() { ["ResourceARN"] = arn, ["Tags"] = new JsonObject { ["a"] = "1", ["b"] = "2" } });
        world.Call("application-autoscaling", "UntagResource", new() { ["ResourceARN"] = arn, ["TagKeys"] = new JsonArray("a") });

        world.Call("application-autoscaling", "ListTagsForResource", new() { ["ResourceARN"] = arn }).Object("Tags")!.ToJsonString().Should().Be("""{"b":"2"}""");
    }

    private static JsonObject Register(SeedWorld world, int least, int most) => Call(world, "RegisterScalableTarget", Target(new() { ["MinCapacity"] = least, ["MaxCapacity"] = most }));

    private static JsonObject Track(SeedWorld world, string name, bool disableScaleIn = false) => Call(world, "PutScalingPolicy", Target(new()
    {
        ["PolicyName"] = name,
        ["PolicyType"] = "TargetTrackingScaling",
        ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
        {
            ["TargetValue"] = 60,
            ["DisableScaleIn"] = disableScaleIn,
            ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = "ECSServiceAverageCPUUtilization" },
        },
    }));

    private static IReadOnlyList<JsonObject> Alarms(SeedWorld world) => world.Call("cloudwatch", "DescribeAlarms", []).Objects("MetricAlarms");

    private static JsonObject Target(JsonObject members)
    {
        members["ResourceId"] ??= Resource;
        members["ScalableDimension"] ??= "ecs:service:DesiredCount";
        return members;
    }

    private static JsonObject Call(SeedWorld world, string operation, JsonObject input)
    {
        input["ServiceNamespace"] = "ecs";
        return world.Call("application-autoscaling", operation, input);
    }
}
