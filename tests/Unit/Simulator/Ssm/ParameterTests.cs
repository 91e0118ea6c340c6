using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ssm;

public sealed class ParameterTests
{
    [Fact]
    public async Task Parameter_PutAgain_HasVersions()
    {
        await using var aws = new AwsSimulator();
        Put(aws, "/web/color", "blue").Int("Version").Should().Be(1);

        Networks.Refusal(() => Put(aws, "/web/color", "green")).Code.Should().Be("ParameterAlreadyExists");
        Put(aws, "/web/color", "green", overwrite: true).Int("Version").Should().Be(2);

        Get(aws, "/web/color").Text("Value").Should().Be("green");
        Get(aws, "/web/color:1").Text("Value").Should().Be("blue");
        Get(aws, "arn:aws:ssm:eu-west-1:123456789012:parameter/web/color").Int("Version").Should().Be(2);
        Networks.Refusal(() => Get(aws, "/web/color:3")).Code.Should().Be("ParameterVersionNotFound");
        Networks.Refusal(() => Get(aws, "/web/size")).Should().Be(("ParameterNotFound", "Parameter /web/size not found."));
    }

    [Fact]
    public async Task SecureString_WithoutDecryption_IsNotReadable()
    {
        await using var aws = new AwsSimulator();
        Put(aws, "token", "sesame", "SecureString");

        Get(aws, "token").Text("Value").Should().NotContain("sesame");
        aws.Call("ssm.GetParameter", new() { ["Name"] = "token", ["WithDecryption"] = true }).Object("Parameter")!.Text("Value").Should().Be("sesame");
        aws.History.ToString().Should().NotContain("sesame");
    }

    [Theory]
    [InlineData("a b", "v", "String", null, "ValidationException")]
    [InlineData("web/color", "v", "String", null, "ValidationException")]
    [InlineData("ssm-color", "v", "String", null, "ValidationException")]
    [InlineData("/aws/color", "v", "String", null, "AccessDeniedException")]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "v", "String", null, "HierarchyLevelLimitExceededException")]
    [InlineData("color", "v", null, null, "ValidationException")]
    [InlineData("color", "hidden-value", "String", "[0-9]+", "ParameterPatternMismatchException")]
    [InlineData("color", "v", "String", "[", "InvalidAllowedPatternException")]
    public async Task Parameter_ThatIsNotAllowed_IsRefused(string name, string value, string? type, string? pattern, string code)
    {
        await using var aws = new AwsSimulator();

        var (refused, message) = Networks.Refusal(() => aws.Call("ssm.PutParameter", new() { ["Name"] = name, ["Value"] = value, ["Type"] = type, ["AllowedPattern"] = pattern }));

        refused.Should().Be(code);
        message.Should().NotContain("hidden-value");
    }

    [Fact]
    public async Task Path_WithAndWithoutWhatIsBelow_IsListedByPages()
    {
        await using var aws = new AwsSimulator();
        foreach (var name in (string[])["/web/a", "/web/b", "/web/b/c", "/webs"])
        {
            Put(aws, name, name);
        }

        Names(aws, "GetParametersByPath", new() { ["Path"] = "/web" }).Should().Equal("/web/a", "/web/b");
        Names(aws, "GetParametersByPath", new() { ["Path"] = "/web/", ["Recursive"] = true }).Should().Equal("/web/a", "/web/b", "/web/b/c");
        var first = aws.Call("ssm.GetParametersByPath", new() { ["Path"] = "/", ["Recursive"] = true, ["MaxResults"] = 3 });
        Names(aws, "GetParametersByPath", new() { ["Path"] = "/", ["Recursive"] = true, ["NextToken"] = first.Text("NextToken") }).Should().Equal("/webs");
        Names(aws, "DescribeParameters", new()
        {
            ["ParameterFilters"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Option"] = "Contains", ["Values"] = new JsonArray("/b") }),
        }).Should().Equal("/web/b", "/web/b/c");
    }

    [Fact]
    public async Task SeveralParameters_AskedForAndDeleted_TellWhichAreNotThere()
    {
        await using var aws = new AwsSimulator();
        Put(aws, "a", "1");
        JsonObject names = new() { ["Names"] = new JsonArray("a", "b") };

        var got = aws.Call("ssm.GetParameters", names);
        (got.Objects("Parameters").Count, got.Texts("InvalidParameters")[0]).Should().Be((1, "b"));
        var deleted = aws.Call("ssm.DeleteParameters", names.DeepClone().AsObject());
        (deleted.Texts("DeletedParameters")[0], deleted.Texts("InvalidParameters")[0]).Should().Be(("a", "b"));
        Networks.Refusal(() => aws.Call("ssm.DeleteParameter", new() { ["Name"] = "a" })).Code.Should().Be("ParameterNotFound");
    }

    [Fact]
    public async Task Tags_OfAParameter_AreAddedListedAndRemoved()
    {
        await using var aws = new AwsSimulator();
        Put(aws, "a", "1");
        JsonObject Resource() => new() { ["ResourceType"] = "Parameter", ["ResourceId"] = "a" };

        aws.Call("ssm.AddTagsToResource", With(Resource(), "Tags", new JsonArray(new JsonObject { ["Key"] = "k", ["Value"] = "v" })));
        aws.Call("ssm.ListTagsForResource", Resource()).Objects("TagList").Single().Text("Value").Should().Be("v");
        aws.Call("ssm.RemoveTagsFromResource", With(Resource(), "TagKeys", new JsonArray("k")));
        aws.Call("ssm.ListTagsForResource", Resource()).Objects("TagList").Should().BeEmpty();
    }

    private static JsonObject With(JsonObject value, string member, JsonNode content)
    {
        value[member] = content;
        return value;
    }

    private static JsonObject Put(AwsSimulator aws, string name, string value, string type = "String", bool overwrite = false) =>
        aws.Call("ssm.PutParameter", new() { ["Name"] = name, ["Value"] = value, ["Type"] = type, ["Overwrite"] = overwrite });

    private static JsonObject Get(AwsSimulator aws, string name) => aws.Call("ssm.GetParameter", new() { ["Name"] = name }).Object("Parameter")!;

    private static IEnumerable<string?> Names(AwsSimulator aws, string operation, JsonObject input) => aws.Call($"ssm.{operation}", input).Objects("Parameters").Select(one => one.Text("Name"));
}
