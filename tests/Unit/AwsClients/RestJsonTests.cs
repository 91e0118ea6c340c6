using System.Net;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

/// <summary>Lambda, whose operations stand in URIs.</summary>
public sealed class RestJsonTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:smoke:live";

    private readonly List<HttpRequestMessage> _asked = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_StandsInTheUri_WithoutABody()
    {
        using var lambda = Client(ScriptedHttp.Answer(HttpStatusCode.OK, "{}"));

        await lambda.GetFunctionConfigurationAsync(new() { FunctionName = Function, Qualifier = "a&b" }, Token);

        var asked = _asked.Should().ContainSingle().Subject;
        asked.Method.Should().Be(HttpMethod.Get);
        asked.RequestUri!.AbsoluteUri.Should().Be("https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Asmoke%3Alive/configuration?Qualifier=a%26b");
        asked.Content.Should().BeNull();
    }

    [Fact]
    public async Task Request_WithoutAMemberOfTheQuery_HasNoQuery()
    {
        using var lambda = Client(ScriptedHttp.Answer(HttpStatusCode.OK, "{}"));

        await lambda.GetFunctionConfigurationAsync(new() { FunctionName = "smoke" }, Token);

        _asked.Should().ContainSingle().Which.RequestUri!.PathAndQuery.Should().Be("/2015-03-31/functions/smoke/configuration");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Request_WithoutAMemberOfTheUri_IsNotSent(string? name)
    {
        using var lambda = Client();

        var act = () => lambda.GetFunctionConfigurationAsync(new() { FunctionName = name }, Token);

        await act.Should().ThrowAsync<AmazonClientException>().WithMessage("*GetFunctionConfigurationRequest lacks FunctionName*");
        _asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Response_IsReadFromTheBody()
    {
        using var lambda = Client(ScriptedHttp.Answer(HttpStatusCode.OK, """
            {"FunctionName":"smoke","FunctionArn":"arn","Runtime":"dotnet10","CodeSize":7,"MemorySize":128,"State":"Active","Environment":{"Variables":{"a":"1"}},
             "VpcConfig":{"SubnetIds":["subnet-1"],"VpcId":"vpc-1"},"Architectures":["arm64"],"ImageConfigResponse":{"ImageConfig":{"Command":["run"]}},"DeadLetterConfig":null,"New":{"x":[1]}}
            """));

        var found = await lambda.GetFunctionConfigurationAsync(new() { FunctionName = "smoke" }, Token);

        found.Should().BeEquivalentTo(new { FunctionName = "smoke", FunctionArn = "arn", Runtime = Runtime.Dotnet10, CodeSize = 7L, MemorySize = 128, State = State.Active });
        found.Environment.Variables.Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1" });
        found.VpcConfig.SubnetIds.Should().Equal("subnet-1");
        found.Architectures.Should().Equal("arm64");
        found.ImageConfigResponse.ImageConfig.Command.Should().Equal("run");
        found.HttpStatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", """{"Type":"User","Message":"Function not found"}""")]
    [InlineData("ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws.lambda/", """{"Type":"User","message":"Function not found"}""")]
    [InlineData(null, """{"__type":"com.amazonaws.lambda#ResourceNotFoundException","Type":"User","Message":"Function not found"}""")]
    [InlineData(null, """{"code":"ResourceNotFoundException","Type":"User","message":"Function not found"}""")]
    public async Task Error_InHeaderOrBody_IsTypedAndFilled(string? header, string body)
    {
        var missing = (await Fail(HttpStatusCode.NotFound, header, body)).Should().BeOfType<ResourceNotFoundException>().Subject;

        missing.ErrorCode.Should().Be("ResourceNotFoundException");
        missing.Message.Should().Be("Function not found");
        missing.Type.Should().Be("User");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Error_ThatTheOperationDoesNotName_IsTheServicesBaseException() =>
        (await Fail(HttpStatusCode.Forbidden, "AccessDeniedException", """{"Message":"User is not authorized"}""")).Should().BeOfType<AmazonLambdaException>().Which.ErrorCode.Should().Be("AccessDeniedException");

    [Fact]
    public async Task Error_WithoutABody_IsTheOneOfTheHeader() =>
        (await Fail(HttpStatusCode.TooManyRequests, "TooManyRequestsException", string.Empty)).Should().BeOfType<TooManyRequestsException>().Which.Reason.Should().BeNull();

    [Fact]
    public async Task Client_BeforeTheSimulator_FindsFunctionsAndVersions()
    {
        await using var aws = new AwsSimulator();
        using var lambda = new AmazonLambdaClient(new BasicAWSCredentials("id", "secret"), Connect(aws));
        aws.Functions["smoke"] = _ => HookReply.Succeeded();

        (await lambda.GetFunctionConfigurationAsync(new() { FunctionName = "smoke" }, Token)).FunctionArn.Should().Be("arn:aws:lambda:eu-west-1:123456789012:function:smoke");
        (await lambda.GetFunctionConfigurationAsync(new() { FunctionName = Function }, Token)).FunctionArn.Should().Be(Function);
        (await lambda.GetFunctionConfigurationAsync(new() { FunctionName = "smoke", Qualifier = "live" }, Token)).FunctionArn.Should().Be(Function);
        var act = () => lambda.GetFunctionConfigurationAsync(new() { FunctionName = "gone" }, Token);
        (await act.Should().ThrowAsync<ResourceNotFoundException>()).Which.Message.Should().Contain("function:gone");
    }

    private static AmazonLambdaConfig Connect(AwsSimulator aws)
    {
        var config = new AmazonLambdaConfig { MaxErrorRetry = 0 };
        aws.Connect(config, "eu-west-1");
        return config;
    }

    private async Task<AmazonLambdaException> Fail(HttpStatusCode status, string? header, string body)
    {
        using var lambda = Client(header is null ? ScriptedHttp.Answer(status, body) : ScriptedHttp.Answer(status, body, ("x-amzn-ErrorType", header)));
        var act = () => lambda.GetFunctionConfigurationAsync(new() { FunctionName = "smoke" }, Token);
        return (await act.Should().ThrowAsync<AmazonLambdaException>()).Which;
    }

    private AmazonLambdaClient Client(params HttpResponseMessage[] answers) => new(new BasicAWSCredentials("id", "secret"), new AmazonLambdaConfig
    {
        RegionEndpoint = RegionEndpoint.EUWest1,
        HttpClientFactory = new ScriptedHttp(_asked, answers),
        MaxErrorRetry = 0,
    });
}
