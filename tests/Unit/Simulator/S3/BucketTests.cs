using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.S3;

public sealed class BucketTests
{
    [Theory]
    [InlineData("us-east-1", null, null)]
    [InlineData("us-east-1", "eu-west-1", "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "eu-west-1", null)]
    [InlineData("eu-west-1", null, "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "eu-central-1", "IllegalLocationConstraintException")]
    public async Task Create_Location_MustBeThatOfTheEndpoint(string region, string? location, string? code)
    {
        await using var aws = new AwsSimulator();

        var create = () => Create(aws, "web", region, location);

        if (code is null)
        {
            create();
            aws.Invoke("s3", "GetBucketLocation", Bucket(), region).Text("LocationConstraint").Should().Be(location);
            aws.Invoke("s3", "HeadBucket", Bucket(), "ap-northeast-1").Text("BucketRegion").Should().Be(region);
        }
        else
        {
            create.Should().Throw<AwsErrorException>().Which.Code.Should().Be(code);
        }
    }

    [Fact]
    public async Task Create_Again_IsRefusedButInTheOldestRegion()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "old", "us-east-1", null);
        Create(aws, "web", "eu-west-1", "eu-west-1");

        Create(aws, "old", "us-east-1", null).Text("Location").Should().Be("/old");
        Refused(() => Create(aws, "web", "eu-west-1", "eu-west-1")).Should().Be("BucketAlreadyOwnedByYou");
        aws.Call("s3.ListBuckets").Objects("Buckets").Select(one => one.Text("Name")).Should().Equal("old", "web");
    }

    [Theory]
    [InlineData("Web")]
    [InlineData("a..b")]
    [InlineData("-web")]
    [InlineData("192.168.0.1")]
    [InlineData("we")]
    public async Task Create_BadName_IsRefused(string name)
    {
        await using var aws = new AwsSimulator();

        Refused(() => Create(aws, name, "us-east-1", null)).Should().Be("InvalidBucketName");
    }

    [Fact]
    public async Task Settings_AreKept_AndToldWhereTheyAreAbsent()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "web", "us-east-1", null);

        Refused(() => aws.Call("s3.GetBucketTagging", Bucket())).Should().Be("NoSuchTagSet");
        Refused(() => aws.Call("s3.GetBucketPolicy", Bucket())).Should().Be("NoSuchBucketPolicy");
        Refused(() => aws.Call("s3.PutBucketPolicy", With("Policy", "no json"))).Should().Be("MalformedPolicy");
        aws.Call("s3.GetPublicAccessBlock", Bucket()).Object("PublicAccessBlockConfiguration")!.Flag("BlockPublicAcls").Should().BeTrue();
        aws.Call("s3.GetBucketEncryption", Bucket()).ToJsonString().Should().Contain("AES256");
        aws.Call("s3.GetBucketVersioning", Bucket()).Should().BeEmpty();

        aws.Call("s3.PutBucketTagging", With("Tagging", new JsonObject { ["TagSet"] = new JsonArray(new JsonObject { ["Key"] = "a", ["Value"] = "b" }) }));
        aws.Call("s3.PutBucketPolicy", With("Policy", """{"Statement":[]}"""));
        aws.Call("s3.DeletePublicAccessBlock", Bucket());
        aws.Call("s3.PutBucketEncryption", With("ServerSideEncryptionConfiguration", JsonNode.Parse(
            """{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"k"}}]}""")!));

        aws.Call("s3.GetBucketTagging", Bucket()).Objects("TagSet").Single().Text("Value").Should().Be("b");
        aws.Call("s3.GetBucketPolicy", Bucket()).Text("Policy").Should().Be("""{"Statement":[]}""");
        Refused(() => aws.Call("s3.GetPublicAccessBlock", Bucket())).Should().Be("NoSuchPublicAccessBlockConfiguration");
        var stored = aws.Call("s3.PutObject", new() { ["Bucket"] = "web", ["Key"] = "k", ["Body"] = "" });
        (stored.Text("ServerSideEncryption"), stored.Text("SSEKMSKeyId")).Should().Be(("aws:kms", "k"));
        Refused(() => aws.Call("s3.DeleteBucket", Bucket())).Should().Be("BucketNotEmpty");
    }

    [Fact]
    public async Task List_PrefixDelimiterAndPages_WalkEverythingOnce()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "web", "us-east-1", null);
        foreach (var key in (string[])["a", "b/1", "b/2", "c", "d/e/f", "ü x"])
        {
            aws.Call("s3.PutObject", new() { ["Bucket"] = "web", ["Key"] = key, ["Body"] = "" });
        }

        var (found, folders, token) = (new List<string?>(), new List<string?>(), (string?)null);
        do
        {
            var page = aws.Call("s3.ListObjectsV2", new() { ["Bucket"] = "web", ["Delimiter"] = "/", ["MaxKeys"] = 2, ["ContinuationToken"] = token });
            page.Int("KeyCount").Should().BeLessThanOrEqualTo(2);
            found.AddRange(page.Objects("Contents").Select(one => one.Text("Key")));
            folders.AddRange(page.Objects("CommonPrefixes").Select(one => one.Text("Prefix")));
            token = page.Text("NextContinuationToken");
            page.Flag("IsTruncated").Should().Be(token is not null);
        }
        while (token is not null);

        found.Should().Equal("a", "c", "ü x");
        folders.Should().Equal("b/", "d/");
        Keys(new() { ["Bucket"] = "web", ["Prefix"] = "b/" }).Should().Equal("b/1", "b/2");
        Keys(new() { ["Bucket"] = "web", ["StartAfter"] = "c", ["EncodingType"] = "url" }).Should().Equal("d/e/f", "%C3%BC%20x");
        aws.Call("s3.ListObjects", new() { ["Bucket"] = "web", ["Marker"] = "c" }).Objects("Contents").Should().HaveCount(2);
        Refused(() => Keys(new() { ["Bucket"] = "web", ["ContinuationToken"] = "?" })).Should().Be("InvalidArgument");

        IEnumerable<string?> Keys(JsonObject input) => aws.Call("s3.ListObjectsV2", input).Objects("Contents").Select(one => one.Text("Key"));
    }

    [Fact]
    public async Task ListVersions_Pages_WalkEveryVersionOnce()
    {
        await using var aws = new AwsSimulator();
        Create(aws, "web", "us-east-1", null);
        aws.Call("s3.PutBucketVersioning", With("VersioningConfiguration", new JsonObject { ["Status"] = "Enabled" }));
        for (var i = 0; i < 6; i++)
        {
            aws.Call("s3.PutObject", new() { ["Bucket"] = "web", ["Key"] = $"{i % 2}", ["Body"] = "" });
        }

        var (found, key, version) = (new List<string?>(), (string?)null, (string?)null);
        do
        {
            var page = aws.Call("s3.ListObjectVersions", new() { ["Bucket"] = "web", ["MaxKeys"] = 4, ["KeyMarker"] = key, ["VersionIdMarker"] = version });
            found.AddRange(page.Objects("Versions").Select(one => one.Text("VersionId")));
            (key, version) = (page.Text("NextKeyMarker"), page.Text("NextVersionIdMarker"));
        }
        while (key is not null);

        found.Should().HaveCount(6).And.OnlyHaveUniqueItems();
    }

    private static JsonObject Create(AwsSimulator aws, string name, string region, string? location) => aws.Invoke("s3", "CreateBucket", new()
    {
        ["Bucket"] = name,
        ["CreateBucketConfiguration"] = location is null ? null : new JsonObject { ["LocationConstraint"] = location },
    }, region);

    private static JsonObject Bucket() => new() { ["Bucket"] = "web" };

    private static JsonObject With(string member, JsonNode value) => new() { ["Bucket"] = "web", [member] = value };

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
