using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Logs;

public sealed class LogTests
{
    [Fact]
    public async Task GetLogEvents_Tokens_WalkThePagesAndStopAtTheEnd()
    {
        await using var aws = Group();
        Put(aws, "a", "b", "c", "d", "e");

        var (first, token) = Get(aws, null, fromHead: true);
        var (second, next) = Get(aws, token);
        var (third, end) = Get(aws, next);
        var (none, same) = Get(aws, end);

        first.Concat(second).Concat(third).Should().Equal("a", "b", "c", "d", "e");
        none.Should().BeEmpty();
        same.Should().Be(end);
        Get(aws, null).Lines.Should().Equal("d", "e");
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("ERROR", 2)]
    [InlineData("ERROR disk", 1)]
    [InlineData("?disk ?fine", 2)]
    [InlineData("ERROR -disk", 1)]
    [InlineData("\"is fine\"", 1)]
    public async Task FilterLogEvents_Terms_Pick(string pattern, int count)
    {
        await using var aws = Group();
        Put(aws, "ERROR disk", "ERROR net", "all is fine");

        aws.Call("logs.FilterLogEvents", new() { ["logGroupName"] = "g", ["filterPattern"] = pattern }).Objects("events").Should().HaveCount(count);
    }

    [Fact]
    public async Task Group_RetentionAndTags_AreKept()
    {
        await using var aws = Group();
        var arn = aws.Call("logs.DescribeLogGroups", new() { ["logGroupNamePrefix"] = "g" }).Objects("logGroups").Single().Text("logGroupArn");
        aws.Call("logs.PutRetentionPolicy", new() { ["logGroupName"] = "g", ["retentionInDays"] = 7 });
        aws.Call("logs.TagResource", new() { ["resourceArn"] = arn, ["tags"] = new JsonObject { ["a"] = "b" } });

        aws.Call("logs.DescribeLogGroups").Objects("logGroups").Single().Int("retentionInDays").Should().Be(7);
        aws.Call("logs.ListTagsForResource", new() { ["resourceArn"] = arn }).Object("tags")!.Text("a").Should().Be("b");
        Refused(() => aws.Call("logs.PutRetentionPolicy", new() { ["logGroupName"] = "g", ["retentionInDays"] = 8 })).Should().Be("InvalidParameterException");
        Refused(() => aws.Call("logs.CreateLogGroup", new() { ["logGroupName"] = "g" })).Should().Be("ResourceAlreadyExistsException");
        aws.Call("logs.DeleteLogGroup", new() { ["logGroupName"] = "g" });
        Refused(() => Put(aws, "late")).Should().Be("ResourceNotFoundException");
    }

    [Fact]
    public async Task PutLogEvents_OutOfOrderOrOld_IsRefusedOrTold()
    {
        await using var aws = Group();
        var now = aws.Clock.GetUtcNow().ToUnixTimeMilliseconds();

        Refused(() => Put(aws, (now, "b"), (now - 1, "a"))).Should().Be("InvalidParameterException");
        Put(aws, (now - (long)TimeSpan.FromDays(15).TotalMilliseconds, "old"), (now, "new")).Object("rejectedLogEventsInfo")!.Int("tooOldLogEventEndIndex").Should().Be(1);
        Get(aws, null).Lines.Should().Equal("new");
    }

    [Fact]
    public async Task Container_WithAwslogs_WritesIntoItsStream()
    {
        await using var world = await SeedWorld.CreateAsync();

        var events = world.Call("logs", "FilterLogEvents", new() { ["logGroupName"] = "/ecs/aws-ecs-getting-started" }).Objects("events");

        events.Should().HaveCount(2);
        events[0].Text("logStreamName").Should().StartWith("awslogs-admin-panel/labo-terraform-admin/");
        events[0].Text("message").Should().Contain("starts from");
    }

    [Fact]
    public async Task Container_LogGroupIsGone_TheTaskDoesNotStart()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Call("logs", "DeleteLogGroup", new() { ["logGroupName"] = "/ecs/aws-ecs-getting-started" });
        var task = world.Call("ecs", "RunTask", new()
        {
            ["cluster"] = world.Seed.ClusterName,
            ["taskDefinition"] = world.Seed.TaskDefinitionArn,
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
        }).Objects("tasks")[0].Text("taskArn");
        world.Advance(TimeSpan.FromMinutes(2));

        var stopped = world.Call("ecs", "DescribeTasks", new() { ["cluster"] = world.Seed.ClusterName, ["tasks"] = new JsonArray(task) }).Objects("tasks")[0];

        stopped.Text("stopCode").Should().Be("TaskFailedToStart");
        stopped.Text("stoppedReason").Should().StartWith("ResourceInitializationError: ").And.Contain("The specified log group does not exist");
    }

    private static AwsSimulator Group()
    {
        var aws = new AwsSimulator();
        aws.Call("logs.CreateLogGroup", new() { ["logGroupName"] = "g" });
        aws.Call("logs.CreateLogStream", new() { ["logGroupName"] = "g", ["logStreamName"] = "s" });
        return aws;
    }

    private static JsonObject Put(AwsSimulator aws, params string[] lines) => Put(aws, [.. lines.Select(line => (aws.Clock.GetUtcNow().ToUnixTimeMilliseconds(), line))]);

    private static JsonObject Put(AwsSimulator aws, params (long Time, string Line)[] lines) => aws.Call("logs.PutLogEvents", new()
    {
        ["logGroupName"] = "g",
        ["logStreamName"] = "s",
        ["logEvents"] = new JsonArray([.. lines.Select(line => new JsonObject { ["timestamp"] = line.Time, ["message"] = line.Line })]),
    });

    private static (IReadOnlyList<string?> Lines, string? Token) Get(AwsSimulator aws, string? token, bool fromHead = false)
    {
        var input = new JsonObject { ["logGroupName"] = "g", ["logStreamName"] = "s", ["limit"] = 2, ["startFromHead"] = fromHead };
        if (token is not null)
        {
            input["nextToken"] = token;
        }

        var page = aws.Call("logs.GetLogEvents", input);
        return ([.. page.Objects("events").Select(line => line.Text("message"))], page.Text("nextForwardToken"));
    }

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
