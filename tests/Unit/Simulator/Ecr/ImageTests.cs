using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecr;

public sealed class ImageTests
{
    // echo -n '{"schemaVersion":2}' | sha256sum
    private const string Manifest = """{"schemaVersion":2}""";
    private const string Digest = "sha256:bafebd36189ad3688b7b3915ea55d461e0bfcfbdde11e54b0a123999fb6be50f";

    [Fact]
    public async Task PutImage_AnyManifest_HasItsSha256AsDigest()
    {
        await using var aws = Registry();

        var image = Put(aws, "v1")["image"]!;

        image["imageId"]!["imageDigest"]!.GetValue<string>().Should().Be(Digest);
        image["imageId"]!["imageTag"]!.GetValue<string>().Should().Be("v1");
    }

    [Fact]
    public async Task PutImage_SizeIsThatOfConfigAndLayers()
    {
        await using var aws = Registry();
        Put(aws, "v1", """{"schemaVersion":2,"config":{"size":7},"layers":[{"size":10},{"size":20}]}""");

        aws.Call("ecr.DescribeImages", Request())["imageDetails"]![0]!["imageSizeInBytes"]!.GetValue<long>().Should().Be(37);
    }

    [Fact]
    public async Task PutImage_SameTag_MovesIt()
    {
        await using var aws = Registry();
        Put(aws, "latest");
        Put(aws, "latest", """{"schemaVersion":2,"layers":[]}""");

        var details = aws.Call("ecr.DescribeImages", Request())["imageDetails"]!.AsArray();

        details.Select(detail => detail!["imageTags"]?[0]?.GetValue<string>()).Should().Equal(null, "latest");
    }

    [Theory]
    [InlineData("IMMUTABLE", "v1", "ImageTagAlreadyExistsException")]
    [InlineData("MUTABLE", "v1", null)]
    public async Task PutImage_TagInUse_FollowsMutability(string mutability, string tag, string? code)
    {
        await using var aws = Registry(mutability);
        Put(aws, tag);

        var again = () => Put(aws, tag, """{"schemaVersion":2,"layers":[]}""");

        if (code is null)
        {
            again.Should().NotThrow();
        }
        else
        {
            again.Should().Throw<AwsErrorException>().Which.Code.Should().Be(code);
        }
    }

    [Fact]
    public async Task PutImage_SameAgain_AlreadyExists()
    {
        await using var aws = Registry();
        Put(aws, "v1");

        FluentActions.Invoking(() => Put(aws, "v1")).Should().Throw<AwsErrorException>().Which.Code.Should().Be("ImageAlreadyExistsException");
    }

    [Fact]
    public async Task UnknownImage_DescribeThrows_BatchGetAnswersFailure()
    {
        await using var aws = Registry();
        var ids = new JsonArray(new JsonObject { ["imageTag"] = "none" });

        var describe = () => aws.Call("ecr.DescribeImages", Request(("imageIds", ids.DeepClone())));
        var got = aws.Call("ecr.BatchGetImage", Request(("imageIds", ids.DeepClone())));

        describe.Should().Throw<AwsErrorException>().WithMessage(
            "The image with imageId {imageDigest:'null', imageTag:'none'} does not exist within the repository with name 'web' in the registry with id '123456789012'")
            .Which.Code.Should().Be("ImageNotFoundException");
        got["images"]!.AsArray().Should().BeEmpty();
        got["failures"]![0]!["failureCode"]!.GetValue<string>().Should().Be("ImageNotFound");
    }

    [Fact]
    public async Task BatchDeleteImage_ByLastTag_RemovesTheImage()
    {
        await using var aws = Registry();
        Put(aws, "v1");

        aws.Call("ecr.BatchDeleteImage", Request(("imageIds", new JsonArray(new JsonObject { ["imageTag"] = "v1" }))));

        aws.Call("ecr.ListImages", Request())["imageIds"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task UnknownRepository_IsAnError()
    {
        await using var aws = new AwsSimulator();

        FluentActions.Invoking(() => aws.Call("ecr.BatchGetImage", Request(("imageIds", new JsonArray(new JsonObject { ["imageTag"] = "v1" })))))
            .Should().Throw<AwsErrorException>().Which.Code.Should().Be("RepositoryNotFoundException");
    }

    private static AwsSimulator Registry(string mutability = "MUTABLE")
    {
        var aws = new AwsSimulator();
        aws.Call("ecr.CreateRepository", Request(("imageTagMutability", mutability)));
        return aws;
    }

    private static JsonObject Put(AwsSimulator aws, string tag, string manifest = Manifest) =>
        aws.Call("ecr.PutImage", Request(("imageManifest", manifest), ("imageTag", tag)));

    private static JsonObject Request(params (string Name, JsonNode? Value)[] members)
    {
        var request = new JsonObject { ["repositoryName"] = "web" };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return request;
    }
}
