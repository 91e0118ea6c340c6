using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Lambda;

public sealed class InvokeTests
{
    [Fact]
    public async Task Delegate_WithoutACreatedFunction_AnswersAndLogs()
    {
        await using var aws = new AwsSimulator();
        aws.Functions["smoke"] = call => new JsonObject { ["got"] = call.Payload["a"]!.DeepClone() };

        Payload(Invoke(aws, """{"a":1}""")).Should().Be("""{"got":1}""");

        Lines(aws).Should().SatisfyRespectively(
            one => one.Should().StartWith("START RequestId: ").And.EndWith("Version: $LATEST\n"),
            one => one.Should().StartWith("END RequestId: "),
            one => one.Should().StartWith("REPORT RequestId: "));
        aws.Call("logs.DescribeLogStreams", new() { ["logGroupName"] = "/aws/lambda/smoke" }).Objects("logStreams").Single().Text("logStreamName")
            .Should().MatchRegex("^2026/01/01/\\[\\$LATEST\\][0-9a-f]{32}$");
    }

    [Fact]
    public async Task Delegate_ThatThrows_IsAFunctionError()
    {
        await using var aws = new AwsSimulator();
        aws.Functions["smoke"] = _ => throw new InvalidOperationException("broken");

        var reply = Invoke(aws, "{}");

        (reply.Int("StatusCode"), reply.Text("FunctionError")).Should().Be((200, "Unhandled"));
        Payload(reply).Should().Be("""{"errorMessage":"broken","errorType":"InvalidOperationException"}""");
        Lines(aws)[1].Should().Contain("Invoke Error").And.Contain("broken");
    }

    [Fact]
    public async Task Event_RunsLater_AndTwiceMoreWhereItFails()
    {
        await using var aws = new AwsSimulator();
        var calls = new List<DateTimeOffset>();
        aws.Functions["smoke"] = call =>
        {
            calls.Add(call.Time);
            throw new InvalidOperationException();
        };

        Invoke(aws, "{}", "Event").Int("StatusCode").Should().Be(202);
        calls.Should().BeEmpty();
        aws.Clock.Advance(TimeSpan.FromHours(1));

        calls.Select(call => (call - calls[0]).TotalMinutes).Should().Equal(0, 1, 3);
    }

    [Fact]
    public async Task DryRun_RunsNothing()
    {
        await using var aws = new AwsSimulator();
        aws.Functions["smoke"] = _ => throw new InvalidOperationException();

        Invoke(aws, "{}", "DryRun").Int("StatusCode").Should().Be(204);

        aws.Call("logs.DescribeLogGroups").Objects("logGroups").Should().BeEmpty();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    public async Task Payload_ThatIsNoObject_IsRefused(string payload)
    {
        await using var aws = new AwsSimulator();
        aws.Functions["smoke"] = _ => null;

        aws.Invoking(one => Invoke(one, payload)).Should().Throw<AwsErrorException>().Which.Code.Should().Be("InvalidRequestContentException");
    }

    [Fact]
    public async Task Hook_OfACreatedFunctionWithoutDelegate_DoesNothingAndIsLogged()
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TerminationWait = TimeSpan.Zero);
        world.Call("lambda", "CreateFunction", new()
        {
            ["FunctionName"] = "CodeDeployHook_smoke",
            ["PackageType"] = "Image",
            ["Code"] = new JsonObject { ["ImageUri"] = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/hook:v1" },
            ["Role"] = "arn:aws:iam::123456789012:role/hook",
        });
        world.Advance(TimeSpan.FromSeconds(5));
        var id = world.Deploy(world.AppSpec(world.Register(world.Seed.ImageV2), hooks: "Hooks:\n  - BeforeAllowTraffic: \"CodeDeployHook_smoke\""));

        world.AdvanceUntil(() => world.Call("logs", "DescribeLogGroups", new() { ["logGroupNamePrefix"] = "/aws/lambda/" }).Objects("logGroups").Count > 0);
        world.Finish(id);

        world.Error(id).Message.Should().Contain("within one hour", "nobody has reported the hook's end");
    }

    private static JsonObject Invoke(AwsSimulator aws, string payload, string type = "RequestResponse") => aws.Call("lambda.Invoke", new()
    {
        ["FunctionName"] = "smoke",
        ["InvocationType"] = type,
        ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)),
    });

    private static string Payload(JsonObject reply) => Encoding.UTF8.GetString(Convert.FromBase64String(reply.Text("Payload")!));

    private static List<string> Lines(AwsSimulator aws) =>
        [.. aws.Call("logs.FilterLogEvents", new() { ["logGroupName"] = "/aws/lambda/smoke" }).Objects("events").Select(one => one.Text("message")!)];
}
