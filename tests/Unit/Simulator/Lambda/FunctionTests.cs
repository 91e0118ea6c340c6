using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Lambda;

public sealed class FunctionTests
{
    private const string Arn = "arn:aws:lambda:eu-west-1:123456789012:function:hook";

    [Fact]
    public async Task Create_IsPending_ThenActive()
    {
        await using var aws = new AwsSimulator();

        var created = Create(aws);

        (created.Text("State"), created.Text("StateReasonCode"), created.Text("FunctionArn")).Should().Be(("Pending", "Creating", Arn));
        Refused(() => aws.Call("lambda.Invoke", Name())).Should().Be("ResourceConflictException");
        Refused(() => aws.Call("lambda.UpdateFunctionConfiguration", Name())).Should().Be("ResourceConflictException");
        aws.Clock.Advance(TimeSpan.FromSeconds(2));
        var active = aws.Call("lambda.GetFunction", Name()).Object("Configuration")!;
        (active.Text("State"), active.Text("LastUpdateStatus"), active.Int("MemorySize")).Should().Be(("Active", "Successful", 128));
        Refused(() => Create(aws)).Should().Be("ResourceConflictException");
    }

    [Fact]
    public async Task Environment_WhichIsSecret_IsTakenAndNeverShown()
    {
        await using var aws = Active();

        aws.Call("lambda.UpdateFunctionConfiguration", With("Environment", new JsonObject { ["Variables"] = new JsonObject { ["TOKEN"] = "a" } }))
            .Object("Environment")!.Object("Variables")!.Text("TOKEN").Should().Be("a");

        var wrong = aws.Invoking(one => one.Call("lambda.UpdateFunctionConfiguration", With("Environment", new JsonObject { ["Variables"] = new JsonObject { ["TOKEN"] = new JsonArray("hidden") } })));
        wrong.Should().Throw<AwsErrorException>().Which.Message.Should().Contain("Environment.Variables").And.NotContain("hidden");
    }

    [Fact]
    public async Task Update_IsInProgress_ThenSuccessful()
    {
        await using var aws = Active();
        var revision = aws.Call("lambda.GetFunctionConfiguration", Name()).Text("RevisionId");

        aws.Call("lambda.UpdateFunctionConfiguration", With("MemorySize", 512)).Text("LastUpdateStatus").Should().Be("InProgress");

        Refused(() => aws.Call("lambda.UpdateFunctionCode", With("ZipFile", Zip()))).Should().Be("ResourceConflictException");
        Refused(() => aws.Call("lambda.PublishVersion", Name())).Should().Be("ResourceConflictException");
        Refused(() => aws.Call("lambda.UpdateFunctionConfiguration", With("RevisionId", revision!))).Should().Be("PreconditionFailedException");
        aws.Clock.Advance(TimeSpan.FromSeconds(2));
        aws.Call("lambda.GetFunctionConfiguration", Name()).Text("LastUpdateStatus").Should().Be("Successful");
        aws.Call("lambda.UpdateFunctionCode", With("ZipFile", Zip())).Int("MemorySize").Should().Be(512);
    }

    [Theory]
    [InlineData("Role", "me", "ValidationException")]
    [InlineData("Timeout", 901, "ValidationException")]
    [InlineData("Handler", null, "InvalidParameterValueException")]
    [InlineData("FunctionName", "a b", "ValidationException")]
    [InlineData("PackageType", "Image", "InvalidParameterValueException")]
    [InlineData("Code", "{}", "InvalidParameterValueException")]
    [InlineData("Code", """{"ZipFile":"AAAA"}""", "InvalidParameterValueException")]
    [InlineData("Code", """{"S3Bucket":"none","S3Key":"k"}""", "InvalidParameterValueException")]
    public async Task Create_Mistake_IsRefused(string member, object? value, string code)
    {
        await using var aws = new AwsSimulator();

        Refused(() => Create(aws, input => input[member] = member is "Code" ? JsonNode.Parse((string)value!) : JsonValue.Create(value))).Should().Be(code);
    }

    [Fact]
    public async Task Create_CodeInS3_IsReadThere()
    {
        await using var aws = new AwsSimulator();
        aws.Call("s3.CreateBucket", new() { ["Bucket"] = "code", ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = SimulatorCalls.Region } });
        aws.Call("s3.PutObject", new() { ["Bucket"] = "code", ["Key"] = "k", ["Body"] = Zip() });

        var created = Create(aws, input => input["Code"] = new JsonObject { ["S3Bucket"] = "code", ["S3Key"] = "k" });

        created.Int("CodeSize").Should().Be(Convert.FromBase64String(Zip()).Length);
    }

    [Fact]
    public async Task Versions_AreNumbered_AndAliasesPointToThem()
    {
        await using var aws = Active();

        aws.Call("lambda.PublishVersion", Name()).Text("Version").Should().Be("1");
        aws.Call("lambda.PublishVersion", Name()).Text("Version").Should().Be("1", "nothing has changed");
        aws.Call("lambda.UpdateFunctionConfiguration", With("MemorySize", 512));
        aws.Clock.Advance(TimeSpan.FromSeconds(2));
        aws.Call("lambda.PublishVersion", Name()).Text("FunctionArn").Should().Be($"{Arn}:2");
        aws.Clock.Advance(TimeSpan.FromSeconds(2));
        aws.Call("lambda.CreateAlias", new() { ["FunctionName"] = "hook", ["Name"] = "live", ["FunctionVersion"] = "1" });

        aws.Call("lambda.GetFunctionConfiguration", With("Qualifier", "live")).Int("MemorySize").Should().Be(128);
        aws.Call("lambda.Invoke", With("Qualifier", "live")).Text("ExecutedVersion").Should().Be("1");
        aws.Call("lambda.UpdateAlias", new() { ["FunctionName"] = "hook", ["Name"] = "live", ["FunctionVersion"] = "2" });
        aws.Call("lambda.Invoke", new() { ["FunctionName"] = $"{Arn}:live" }).Text("ExecutedVersion").Should().Be("2");
        Refused(() => aws.Call("lambda.CreateAlias", new() { ["FunctionName"] = "hook", ["Name"] = "x", ["FunctionVersion"] = "3" })).Should().Be("ResourceNotFoundException");
        Refused(() => aws.Call("lambda.CreateAlias", new() { ["FunctionName"] = "hook", ["Name"] = "live", ["FunctionVersion"] = "1" })).Should().Be("ResourceConflictException");
        Refused(() => aws.Call("lambda.DeleteFunction", With("Qualifier", "2"))).Should().Be("ResourceConflictException");
        aws.Call("lambda.DeleteFunction", With("Qualifier", "1"));
        aws.Call("lambda.ListVersionsByFunction", Name()).Objects("Versions").Select(one => one.Text("Version")).Should().Equal("$LATEST", "2");
    }

    [Fact]
    public async Task Permissions_MakeAPolicy()
    {
        await using var aws = Active();
        JsonObject permission = new() { ["FunctionName"] = "hook", ["StatementId"] = "s", ["Action"] = "lambda:InvokeFunction", ["Principal"] = "codedeploy.amazonaws.com", ["SourceAccount"] = "123456789012" };

        aws.Call("lambda.AddPermission", permission.DeepClone().AsObject());

        Refused(() => aws.Call("lambda.AddPermission", permission)).Should().Be("ResourceConflictException");
        var statement = JsonNode.Parse(aws.Call("lambda.GetPolicy", Name()).Text("Policy")!)!["Statement"]![0]!;
        statement["Principal"]!["Service"]!.GetValue<string>().Should().Be("codedeploy.amazonaws.com");
        statement["Condition"]!["StringEquals"]!["AWS:SourceAccount"]!.GetValue<string>().Should().Be("123456789012");
        aws.Call("lambda.RemovePermission", With("StatementId", "s"));
        Refused(() => aws.Call("lambda.GetPolicy", Name())).Should().Be("ResourceNotFoundException");
    }

    [Fact]
    public async Task TagsAndDeletion()
    {
        await using var aws = Active();
        aws.Call("lambda.TagResource", new() { ["Resource"] = Arn, ["Tags"] = new JsonObject { ["a"] = "b", ["c"] = "d" } });
        aws.Call("lambda.UntagResource", new() { ["Resource"] = Arn, ["TagKeys"] = new JsonArray("a") });

        aws.Call("lambda.GetFunction", Name()).Object("Tags")!.ToJsonString().Should().Be("""{"c":"d"}""");
        aws.Call("lambda.ListFunctions").Objects("Functions").Should().ContainSingle();
        aws.Call("lambda.DeleteFunction", Name());
        Refused(() => aws.Call("lambda.GetFunction", Name())).Should().Be("ResourceNotFoundException");
        aws.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static AwsSimulator Active()
    {
        var aws = new AwsSimulator();
        Create(aws);
        aws.Clock.Advance(TimeSpan.FromSeconds(2));
        return aws;
    }

    private static JsonObject Create(AwsSimulator aws, Action<JsonObject>? change = null)
    {
        var input = new JsonObject
        {
            ["FunctionName"] = "hook",
            ["Runtime"] = "python3.12",
            ["Handler"] = "index.handler",
            ["Role"] = "arn:aws:iam::123456789012:role/hook",
            ["Code"] = new JsonObject { ["ZipFile"] = Zip() },
        };
        change?.Invoke(input);
        return aws.Call("lambda.CreateFunction", input);
    }

    private static string Zip()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("index.py").Open())
        {
            entry.Write(Encoding.UTF8.GetBytes("x"));
        }

        return Convert.ToBase64String(buffer.ToArray());
    }

    private static JsonObject Name() => new() { ["FunctionName"] = "hook" };

    private static JsonObject With(string member, JsonNode value) => new() { ["FunctionName"] = "hook", [member] = value };

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
