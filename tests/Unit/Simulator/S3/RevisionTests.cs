using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.S3;

/// <summary>Objects as revisions of CodeDeploy and as sources of pipelines.</summary>
public sealed class RevisionTests
{
    [Theory]
    [InlineData("YAML")]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("tgz")]
    public async Task Revision_InABucket_IsDeployed(string type)
    {
        await using var world = await SeedWorld.CreateAsync(options => options.TerminationWait = TimeSpan.Zero);
        Bucket(world);
        Put(world, Pack(type, ("appspec.yaml", world.AppSpec(world.Register(world.Seed.ImageV2)))));

        var id = Deploy(world, type);

        world.Finish(id)["status"]!.GetValue<string>().Should().Be("Succeeded");
        world.Page().Should().Contain("v2");
    }

    [Theory]
    [InlineData("zip", "other", "REVISION_MISSING", "*Error Code: NoSuchKey*")]
    [InlineData("zip", "key", "INVALID_REVISION", "*could not be found in the revision")]
    [InlineData("tgz", "key", "INVALID_REVISION", "*no archive of the type tgz*")]
    public async Task Revision_ThatCannotBeRead_FailsTheDeployment(string type, string key, string code, string message)
    {
        await using var world = await SeedWorld.CreateAsync();
        Bucket(world);
        Put(world, Pack("zip", ("readme", "x")));

        var id = Deploy(world, type, key);
        world.Finish(id);

        world.Error(id).Code.Should().Be(code);
        world.Error(id).Message.Should().Match(message);
    }

    [Fact]
    public async Task Pipeline_ObjectIsStored_StartsWithItsFiles()
    {
        await using var world = await PipelineWorld.CreateAsync();
        Bucket(world.World);
        world.CreatePipeline(Source(), PipelineWorld.Build(), world.Deploy());
        world.Finish().Should().Be("Failed");
        world.Error("Source").Should().Be("The object with key 'key' does not exist in the Amazon S3 bucket source.");

        Put(world.World, Pack("zip", [.. ((string[])["buildspec.yml", "taskdef.json", "appspec.yaml"]).Select(file => (file, file is "buildspec.yml" ? PipelineWorld.AnonymousBuildSpec : PipelineWorld.SeedFile(file))), ("Dockerfile", "FROM node:22\n")]));
        world.World.Advance(TimeSpan.FromSeconds(5));

        world.Executions().Should().HaveCount(2);
        world.Finish().Should().Be("Succeeded", string.Join('\n', world.World.Simulator.History.TakeLast(30)));
        world.LatestAction("Source")!.Text("summary").Should().StartWith("Amazon S3 version id: ");
        world.Executions()[0].Object("trigger")!.Text("triggerType").Should().Be("PollForSourceChanges");
        world.Page().Should().Contain("v3");
    }

    [Theory]
    [InlineData("Suspended", "*Versioning is not enabled*")]
    [InlineData("Enabled", "*is no zip archive*")]
    public async Task Pipeline_WrongBucketOrObject_FailsItsSource(string versioning, string message)
    {
        await using var world = await PipelineWorld.CreateAsync();
        Bucket(world.World, versioning);
        Put(world.World, "text"u8.ToArray());

        world.CreatePipeline(Source(), PipelineWorld.Build(), world.Deploy());

        world.Finish().Should().Be("Failed");
        world.Error("Source").Should().Match(message);
    }

    private static JsonObject Source() =>
        PipelineWorld.Stage("Source", PipelineWorld.Action("Source", "Source", "S3", new() { ["S3Bucket"] = "source", ["S3ObjectKey"] = "key" }, outputs: ["SourceArtifact"]));

    private static string Deploy(SeedWorld world, string type, string key = "key") => world.Deploy("x", input => input["revision"] = new JsonObject
    {
        ["revisionType"] = "S3",
        ["s3Location"] = new JsonObject { ["bucket"] = "source", ["key"] = key, ["bundleType"] = type },
    });

    private static void Bucket(SeedWorld world, string versioning = "Enabled")
    {
        world.Call("s3", "CreateBucket", new() { ["Bucket"] = "source", ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = world.Seed.Region } });
        world.Call("s3", "PutBucketVersioning", new() { ["Bucket"] = "source", ["VersioningConfiguration"] = new JsonObject { ["Status"] = versioning } });
    }

    private static void Put(SeedWorld world, byte[] content) => world.Call("s3", "PutObject", new() { ["Bucket"] = "source", ["Key"] = "key", ["Body"] = Convert.ToBase64String(content) });

    private static byte[] Pack(string type, params (string Path, string Content)[] files)
    {
        using var buffer = new MemoryStream();
        switch (type)
        {
            case "zip":
                using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var (path, content) in files)
                    {
                        using var entry = zip.CreateEntry(path).Open();
                        entry.Write(Encoding.UTF8.GetBytes(content));
                    }
                }

                break;
            case "tar" or "tgz":
                using (var packed = type is "tgz" ? new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true) : (Stream)buffer)
                using (var tar = new TarWriter(packed, leaveOpen: type is "tar"))
                {
                    foreach (var (path, content) in files)
                    {
                        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "./" + path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
                    }
                }

                break;
            default:
                return Encoding.UTF8.GetBytes(files[0].Content);
        }

        return buffer.ToArray();
    }
}
