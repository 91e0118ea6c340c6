using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Wire;

public sealed class JsonWireTests
{
    private const string Target = "AmazonEC2ContainerRegistry_V20150921.";

    [Fact]
    public async Task Post_KnownOperation_AnswersTimestampAsNumberAndRegionOfSignature()
    {
        await using var simulator = new AwsSimulator();

        var (status, body, response) = await simulator.PostJsonAsync(Target + "CreateRepository", """{"repositoryName":"web","unknown":[1,null]}""");

        status.Should().Be(200);
        body["repository"]!["createdAt"]!.ToJsonString().Should().Be("1767225600");
        body["repository"]!["repositoryUri"]!.GetValue<string>().Should().Be("123456789012.dkr.ecr.eu-west-1.amazonaws.com/web");
        response.Headers.GetValues("x-amzn-RequestId").Single().Should().MatchRegex("^[0-9a-f-]{36}$");
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/x-amz-json-1.1");
    }

    [Theory]
    [InlineData("NoSuchOperation", "{}", "UnknownOperationException")]
    [InlineData("CreateRepository", "{}", "InvalidParameterException")]
    [InlineData("CreateRepository", "{\"repositoryName\":null}", "InvalidParameterException")]
    [InlineData("CreateRepository", "{\"repositoryName\":\"x\"}", "InvalidParameterException")]
    [InlineData("CreateRepository", "{\"repositoryName\":7}", "SerializationException")]
    [InlineData("CreateRepository", "{\"repositoryName\":\"web\",\"tags\":{}}", "SerializationException")]
    [InlineData("CreateRepository", "{\"repositoryName\":\"web\",\"tags\":[{\"Key\":\"a\"}]}", "InvalidParameterException")]
    [InlineData("CreateRepository", "{\"repositoryName\":\"web\",\"imageTagMutability\":\"SOMETIMES\"}", "InvalidParameterException")]
    [InlineData("CreateRepository", "[]", "SerializationException")]
    [InlineData("CreateRepository", "{\"a\":1,\"a\":2}", "SerializationException")]
    [InlineData("CreateRepository", "not json", "SerializationException")]
    [InlineData("DescribeRepositories", "{\"maxResults\":1.5}", "SerializationException")]
    public async Task Post_Mistake_IsAnsweredAsAwsWould(string operation, string body, string code)
    {
        await using var simulator = new AwsSimulator();

        var (status, answer, _) = await simulator.PostJsonAsync(Target + operation, body);

        status.Should().Be(400);
        answer["__type"]!.GetValue<string>().Should().Be(code);
        answer["message"]!.GetValue<string>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Post_SeveralMistakes_AreNamedTogether()
    {
        await using var simulator = new AwsSimulator();

        var (_, answer, _) = await simulator.PostJsonAsync(Target + "PutImage", "{}");

        answer["message"]!.GetValue<string>().Should().Be(
            "2 validation errors detected: Value null at 'repositoryName' failed to satisfy constraint: Member must not be null; " +
            "Value null at 'imageManifest' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public async Task Post_UnknownService_IsAnError()
    {
        await using var simulator = new AwsSimulator();

        var (status, answer, _) = await simulator.PostJsonAsync("Nobody_2020.Nothing", "{}");

        status.Should().Be(400);
        answer["__type"]!.GetValue<string>().Should().Be("UnknownOperationException");
    }

    [Fact]
    public async Task Post_CloudWatch_SpeaksJson10AndQuery()
    {
        await using var simulator = new AwsSimulator();
        await simulator.PostFormAsync(
            "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=5xx&MetricName=m&Namespace=n&Period=60&EvaluationPeriods=1&Threshold=1.5&ComparisonOperator=GreaterThanThreshold&Statistic=Sum", "monitoring");

        var (_, body, response) = await simulator.PostJsonAsync("GraniteServiceVersion20100801.DescribeAlarms", "{}", "monitoring");

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/x-amz-json-1.0");
        var alarm = body["MetricAlarms"]!.AsArray().Single()!;
        alarm["StateValue"]!.GetValue<string>().Should().Be("INSUFFICIENT_DATA");
        JsonNode.DeepEquals(alarm["Threshold"], JsonNode.Parse("1.5")).Should().BeTrue();
    }
}
