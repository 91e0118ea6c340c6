using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Services.S3;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.S3;

public sealed class ObjectTests
{
    [Fact]
    public async Task Versioned_PutAndDelete_KeepWhatWas()
    {
        await using var aws = Bucket("Enabled");
        var first = Put(aws, "k", "one").Text("VersionId")!;
        var second = Put(aws, "k", "two").Text("VersionId")!;

        var marker = aws.Call("s3.DeleteObject", Key("k"));

        marker.Flag("DeleteMarker").Should().BeTrue();
        Refused(() => Get(aws, "k")).Should().Be("NoSuchKey");
        Get(aws, "k", first).Should().Be("one");
        Refused(() => Get(aws, "k", marker.Text("VersionId"))).Should().Be("MethodNotAllowed");
        var listed = aws.Call("s3.ListObjectVersions", new() { ["Bucket"] = "web" });
        listed.Objects("Versions").Select(one => one.Text("VersionId")).Should().Equal(second, first);
        listed.Objects("DeleteMarkers").Single().Flag("IsLatest").Should().BeTrue();
        aws.Call("s3.DeleteObject", Key("k", marker.Text("VersionId")));
        Get(aws, "k").Should().Be("two");
    }

    [Fact]
    public async Task Suspended_PutReplacesTheVersionWithoutId_AndKeepsTheOthers()
    {
        await using var aws = Bucket("Enabled");
        var kept = Put(aws, "k", "kept").Text("VersionId");
        aws.Call("s3.PutBucketVersioning", new() { ["Bucket"] = "web", ["VersioningConfiguration"] = new JsonObject { ["Status"] = "Suspended" } });

        Put(aws, "k", "one").Text("VersionId").Should().Be("null");
        Put(aws, "k", "two");

        aws.Call("s3.ListObjectVersions", new() { ["Bucket"] = "web" }).Objects("Versions").Select(one => one.Text("VersionId")).Should().Equal("null", kept);
    }

    [Fact]
    public async Task Unversioned_Delete_LeavesNothing()
    {
        await using var aws = Bucket();
        Put(aws, "k", "one").ContainsKey("VersionId").Should().BeFalse();

        aws.Call("s3.DeleteObject", Key("k")).Should().BeEmpty();
        aws.Call("s3.DeleteObject", Key("k"));

        aws.Call("s3.DeleteBucket", new() { ["Bucket"] = "web" });
        Refused(() => aws.Call("s3.HeadBucket", new() { ["Bucket"] = "web" })).Should().Be("NoSuchBucket");
    }

    [Theory]
    [InlineData("bytes=0-1", "he", "bytes 0-1/5")]
    [InlineData("bytes=3-", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-2", "lo", "bytes 3-4/5")]
    [InlineData("bytes=1-99", "ello", "bytes 1-4/5")]
    [InlineData("bytes=0-4", "hello", null)]
    [InlineData("lines=1", "hello", null)]
    public async Task Get_Range_IsThatPart(string range, string content, string? told)
    {
        await using var aws = Bucket();
        Put(aws, "k", "hello");

        var found = aws.Call("s3.GetObject", new() { ["Bucket"] = "web", ["Key"] = "k", ["Range"] = range });

        Encoding.UTF8.GetString(Convert.FromBase64String(found.Text("Body")!)).Should().Be(content);
        (found.Int("ContentLength"), found.Text("ContentRange")).Should().Be((content.Length, told));
        Refused(() => aws.Call("s3.GetObject", new() { ["Bucket"] = "web", ["Key"] = "k", ["Range"] = "bytes=5-" })).Should().Be("InvalidRange");
    }

    [Fact]
    public async Task Conditions_ThatDoNotHold_AreRefused()
    {
        await using var aws = Bucket();
        var tag = Put(aws, "k", "hello").Text("ETag");

        Refused(() => Put(aws, "k", "x", input => input["IfNoneMatch"] = "*")).Should().Be("PreconditionFailed");
        Refused(() => Put(aws, "k", "x", input => input["IfMatch"] = "\"0\"")).Should().Be("PreconditionFailed");
        Refused(() => Put(aws, "new", "x", input => input["IfMatch"] = tag)).Should().Be("NoSuchKey");
        Refused(() => aws.Call("s3.GetObject", new() { ["Bucket"] = "web", ["Key"] = "k", ["IfNoneMatch"] = tag })).Should().Be("NotModified");
        Refused(() => aws.Call("s3.HeadObject", new() { ["Bucket"] = "web", ["Key"] = "k", ["IfMatch"] = "\"0\"" })).Should().Be("PreconditionFailed");
        Put(aws, "k", "x", input => input["IfMatch"] = tag);
        Get(aws, "k").Should().Be("x");
    }

    [Fact]
    public async Task Copy_TakesContentAndWhatWasSaid_OrReplacesIt()
    {
        await using var aws = Bucket();
        Put(aws, "a b", "hello", input => input["ContentType"] = "text/plain");

        aws.Call("s3.CopyObject", new() { ["Bucket"] = "web", ["Key"] = "copy", ["CopySource"] = "/web/a%20b" });
        aws.Call("s3.CopyObject", new() { ["Bucket"] = "web", ["Key"] = "a b", ["CopySource"] = "web/a%20b", ["MetadataDirective"] = "REPLACE", ["ContentType"] = "text/html" });

        Get(aws, "copy").Should().Be("hello");
        aws.Call("s3.HeadObject", Key("copy")).Text("ContentType").Should().Be("text/plain");
        aws.Call("s3.HeadObject", Key("a b")).Text("ContentType").Should().Be("text/html");
        Refused(() => aws.Call("s3.CopyObject", new() { ["Bucket"] = "web", ["Key"] = "copy", ["CopySource"] = "web/copy" })).Should().Be("InvalidRequest");
        Refused(() => aws.Call("s3.CopyObject", new() { ["Bucket"] = "web", ["Key"] = "copy", ["CopySource"] = "web" })).Should().Be("InvalidArgument");
    }

    [Fact]
    public async Task DeleteMany_TellsEach_UnlessQuiet()
    {
        await using var aws = Bucket("Enabled");
        var version = Put(aws, "a", "1").Text("VersionId");

        var loud = Delete(quiet: false, new JsonObject { ["Key"] = "a" }, new JsonObject { ["Key"] = "a", ["VersionId"] = version });

        loud.Objects("Deleted").Select(one => (one.Flag("DeleteMarker"), one.Text("VersionId"))).Should().Equal((true, null), (null, version));
        Delete(quiet: true, new JsonObject { ["Key"] = "a" }).Should().BeEmpty();
        Refused(() => Delete(quiet: true)).Should().Be("MalformedXML");

        JsonObject Delete(bool quiet, params JsonNode[] objects) =>
            aws.Call("s3.DeleteObjects", new() { ["Bucket"] = "web", ["Delete"] = new JsonObject { ["Objects"] = new JsonArray(objects), ["Quiet"] = quiet } });
    }

    // The check values of each algorithm's specification.
    [Theory]
    [InlineData("CRC32", "y/Q5Jg==")]
    [InlineData("CRC32C", "4waSgw==")]
    [InlineData("CRC64NVME", "rosUhgp5mIg=")]
    [InlineData("SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [InlineData("SHA256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")]
    [InlineData("MD5", "JfnnlDI7RTiF9RgfG2JNCw==")]
    public async Task Checksum_IsThatOfItsAlgorithm_AndIsChecked(string algorithm, string value)
    {
        await using var aws = Bucket();

        Digests.Checksum(algorithm, "123456789"u8).Should().Be(value);
        Put(aws, "k", "123456789", input => input["Checksum" + algorithm] = value).Text("Checksum" + algorithm).Should().Be(value);
        Refused(() => Put(aws, "k", "12345678", input => input["Checksum" + algorithm] = value)).Should().Be("BadDigest");
    }

    [Fact]
    public async Task Put_WrongMd5_IsRefused()
    {
        await using var aws = Bucket();

        Refused(() => Put(aws, "k", "x", input => input["ContentMD5"] = "AAAAAAAAAAAAAAAAAAAAAA==")).Should().Be("BadDigest");
        Refused(() => Put(aws, "k", "x", input => input["ContentMD5"] = "short")).Should().Be("InvalidDigest");
    }

    private static AwsSimulator Bucket(string? versioning = null)
    {
        var aws = new AwsSimulator();
        aws.Call("s3.CreateBucket", new() { ["Bucket"] = "web", ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = SimulatorCalls.Region } });
        if (versioning is not null)
        {
            aws.Call("s3.PutBucketVersioning", new() { ["Bucket"] = "web", ["VersioningConfiguration"] = new JsonObject { ["Status"] = versioning } });
        }

        return aws;
    }

    private static JsonObject Put(AwsSimulator aws, string key, string content, Action<JsonObject>? change = null)
    {
        var input = new JsonObject { ["Bucket"] = "web", ["Key"] = key, ["Body"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content)) };
        change?.Invoke(input);
        return aws.Call("s3.PutObject", input);
    }

    private static JsonObject Key(string key, string? version = null) => new() { ["Bucket"] = "web", ["Key"] = key, ["VersionId"] = version };

    private static string Get(AwsSimulator aws, string key, string? version = null) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(aws.Call("s3.GetObject", Key(key, version)).Text("Body")!));

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
