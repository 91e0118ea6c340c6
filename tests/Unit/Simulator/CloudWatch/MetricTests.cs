using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CloudWatch;

public sealed class MetricTests
{
    [Fact]
    public async Task Data_ThatWasPut_IsAnsweredByPeriods()
    {
        await using var aws = new AwsSimulator();
        Put(aws, 1, 2, 3, 10);
        aws.Clock.Advance(TimeSpan.FromMinutes(1));
        Put(aws, 7);

        var result = Data(aws, "Sum", 60);

        result["Values"]!.AsArray().Select(value => value!.GetValue<double>()).Should().Equal(7, 16);
        result["Timestamps"]!.AsArray().Select(value => value!.GetValue<double>()).Should().BeInDescendingOrder();
        Data(aws, "Maximum", 300)["Values"]!.AsArray().Select(value => value!.GetValue<double>()).Should().Equal(10);
        Data(aws, "p50", 300)["Values"]!.AsArray().Select(value => value!.GetValue<double>()).Should().Equal(3);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(10, true)]
    [InlineData(7, false)]
    [InlineData(90, false)]
    public async Task Alarm_WithAPeriodThatMetricsHaveNot_IsRefused(int period, bool isAllowed)
    {
        await using var aws = new AwsSimulator();
        var alarm = new JsonObject
        {
            ["AlarmName"] = "a",
            ["Namespace"] = "Web",
            ["MetricName"] = "Errors",
            ["Statistic"] = "Sum",
            ["Period"] = period,
            ["EvaluationPeriods"] = 1,
            ["Threshold"] = 1,
            ["ComparisonOperator"] = "GreaterThanThreshold",
        };

        var put = Record.Exception(() => aws.Call("cloudwatch.PutMetricAlarm", alarm));

        (put as AwsErrorException)?.Code.Should().Be(isAllowed ? null : "ValidationError");
        (put is null).Should().Be(isAllowed);
    }

    [Fact]
    public async Task GetMetricData_WithAnExpression_IsRefused()
    {
        await using var aws = new AwsSimulator();

        aws.Invoking(one => one.Call("cloudwatch.GetMetricData", new JsonObject
        {
            ["MetricDataQueries"] = new JsonArray(new JsonObject { ["Id"] = "rate", ["Expression"] = "a/b" }),
            ["StartTime"] = 0,
            ["EndTime"] = 60,
        })).Should().Throw<AwsErrorException>().WithMessage("*no metric math*");
    }

    [Theory]
    [InlineData(null, "OK")]
    [InlineData("breaching", "ALARM")]
    public async Task Alarm_WhoseMetricFallsSilent_FollowsWhatItSays(string? treatMissingData, string state)
    {
        await using var aws = new AwsSimulator();
        PutAlarm(aws, periods: 3, treatMissingData);
        Put(aws, 1);

        aws.Clock.Advance(TimeSpan.FromMinutes(3));

        State(aws).Should().Be(state);
        aws.Clock.Advance(TimeSpan.FromMinutes(3));
        State(aws).Should().Be(treatMissingData is null ? "INSUFFICIENT_DATA" : "ALARM");
    }

    [Fact]
    public async Task Alarm_OfTwoMinutes_GoesOffAndRecovers()
    {
        await using var aws = new AwsSimulator();
        PutAlarm(aws, periods: 2);
        foreach (var (value, state) in ((double, string)[])[(1, "OK"), (9, "OK"), (9, "ALARM"), (9, "ALARM"), (2, "OK")])
        {
            Put(aws, value);
            aws.Clock.Advance(TimeSpan.FromMinutes(1));
            State(aws).Should().Be(state);
        }

        aws.History.Should().Contain(one => one.Kind == "alarm" && one.Message == "ALARM: Threshold Crossed: 2 of the last 2 datapoints [9, 9] met GreaterThanThreshold 5.");
    }

    [Fact]
    public async Task Alarm_ThatATestHasSet_KeepsItsState()
    {
        await using var aws = new AwsSimulator();
        PutAlarm(aws, periods: 1);
        aws.Alarms["errors", SimulatorCalls.Region].GoesOffAfter(TimeSpan.Zero);
        Put(aws, 1);

        aws.Clock.Advance(TimeSpan.FromMinutes(2));

        State(aws).Should().Be("ALARM");
    }

    [Fact]
    public async Task Alarm_OnErrorsOfTheNewVersion_StopsItsDeployment()
    {
        await using var world = await SeedWorld.CreateAsync(options =>
        {
            options.DeploymentConfigName = "CodeDeployDefault.ECSLinear10PercentEvery1Minutes";
            options.Alarms = ["5xx"];
        });
        var balancer = world.Seed.LoadBalancerArn.Split("loadbalancer/")[1];
        world.Call("cloudwatch", "PutMetricAlarm", new JsonObject
        {
            ["AlarmName"] = "5xx",
            ["Namespace"] = "AWS/ApplicationELB",
            ["MetricName"] = "HTTPCode_Target_5XX_Count",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "LoadBalancer", ["Value"] = balancer }),
            ["Statistic"] = "Sum",
            ["Period"] = 60,
            ["EvaluationPeriods"] = 1,
            ["Threshold"] = 10,
            ["ComparisonOperator"] = "GreaterThanThreshold",
            ["TreatMissingData"] = "notBreaching",
        });
        using var flow = world.Simulator.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 5);
        world.Simulator.Images[world.Seed.ImageV2].Respond = request => new SimulatedResponse(request.Path == "/" && world.Now.Minute % 2 >= 0 && Serves(world) ? 500 : 200, "v2");

        var id = world.Deploy();
        world.Finish(id);

        world.Error(id).Code.Should().Be("ALARM_ACTIVE");
        world.Weights()["labo-terraform-admin-1"].Should().Be(100);
        flow.Counts.OfStatus(500).Should().BePositive();
    }

    private static bool Serves(SeedWorld world) => world.Weights().GetValueOrDefault("labo-terraform-admin-2") > 0;

    private static void Put(AwsSimulator aws, params double[] values) => aws.Call("cloudwatch.PutMetricData", new JsonObject
    {
        ["Namespace"] = "Shop",
        ["MetricData"] = new JsonArray(new JsonObject
        {
            ["MetricName"] = "Errors",
            ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        }),
    });

    private static JsonObject Data(AwsSimulator aws, string statistic, int period) => aws.Call("cloudwatch.GetMetricData", new JsonObject
    {
        ["MetricDataQueries"] = new JsonArray(new JsonObject
        {
            ["Id"] = "errors",
            ["MetricStat"] = new JsonObject
            {
                ["Metric"] = new JsonObject { ["Namespace"] = "Shop", ["MetricName"] = "Errors" },
                ["Period"] = period,
                ["Stat"] = statistic,
            },
        }),
        ["StartTime"] = aws.Clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds(),
        ["EndTime"] = aws.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
    })["MetricDataResults"]![0]!.AsObject();

    private static void PutAlarm(AwsSimulator aws, int periods, string? treatMissingData = null)
    {
        var alarm = new JsonObject
        {
            ["AlarmName"] = "errors",
            ["Namespace"] = "Shop",
            ["MetricName"] = "Errors",
            ["Statistic"] = "Maximum",
            ["Period"] = 60,
            ["EvaluationPeriods"] = periods,
            ["Threshold"] = 5,
            ["ComparisonOperator"] = "GreaterThanThreshold",
        };
        if (treatMissingData is not null)
        {
            alarm["TreatMissingData"] = treatMissingData;
            alarm["DatapointsToAlarm"] = 2;
        }

        aws.Call("cloudwatch.PutMetricAlarm", alarm);
    }

    private static string State(AwsSimulator aws) => aws.Call("cloudwatch.DescribeAlarms")["MetricAlarms"]![0]!["StateValue"]!.GetValue<string>();
}
