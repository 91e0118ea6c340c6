using System.IO.Compression;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodeBuild;

/// <summary>Builds whose service role lacks a right: which phase fails, and by which words.</summary>
public sealed class BuildRoleTests
{
    private const string Role = "arn:aws:iam::123456789012:role/build";

    [Fact]
    public async Task Repository_ThatTheRoleMayNotPull_FailsDownloadSource()
    {
        await using var aws = new AwsSimulator();
        aws.Call("codecommit.CreateRepository", new() { ["repositoryName"] = "r" });

        var context = FailedPhase(aws, new JsonObject { ["type"] = "CODECOMMIT", ["location"] = "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/r" });

        context.Should().Be(("DOWNLOAD_SOURCE", "CLIENT_ERROR", "authorization failed for primary source and source version"));
    }

    [Fact]
    public async Task Object_ThatTheRoleMayNotRead_FailsDownloadSource()
    {
        await using var aws = new AwsSimulator();
        PutSource(aws);

        var (phase, code, message) = FailedPhase(aws, new JsonObject { ["type"] = "S3", ["location"] = "files/source.zip" });

        (phase, code).Should().Be(("DOWNLOAD_SOURCE", "CLIENT_ERROR"));
        message.Should().StartWith("AccessDenied: Access Denied status code: 403, request id: ").And.EndWith("for primary source and source version arn:aws:s3:::files/source.zip");
    }

    [Fact]
    public async Task Object_ThatTheRoleMayRead_IsBuilt()
    {
        await using var aws = new AwsSimulator();
        PutSource(aws);

        Build(aws, new JsonObject { ["type"] = "S3", ["location"] = "files/source.zip" }, """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::files/*"}""")
            .Text("buildStatus").Should().Be("SUCCEEDED");
    }

    [Theory]
    [InlineData("PARAMETER_STORE", "Decrypted Variables Error", "ssm:GetParameters on resource: arn:aws:ssm:eu-west-1:123456789012:parameter/token")]
    [InlineData("SECRETS_MANAGER", "Secrets Manager Error", "secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:123456789012:secret:token")]
    public async Task Value_ThatTheRoleMayNotRead_FailsDownloadSource(string type, string code, string what)
    {
        await using var aws = new AwsSimulator();

        var failed = FailedPhase(aws, new JsonObject { ["type"] = "NO_SOURCE", ["buildspec"] = "version: 0.2\nphases:\n  build:\n    commands:\n      - echo\n" },
            new JsonObject { ["name"] = "TOKEN", ["value"] = "token", ["type"] = type });

        (failed.Phase, failed.Code).Should().Be(("DOWNLOAD_SOURCE", code));
        failed.Message.Should().StartWith("AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/build/AWSCodeBuild-").And.Contain(what);
    }

    private static (string Phase, string Code, string Message) FailedPhase(AwsSimulator aws, JsonObject source, params JsonNode[] variables)
    {
        var phase = Build(aws, source, """{"Effect":"Allow","Action":"logs:*","Resource":"*"}""", variables).Objects("phases").Single(one => one.Text("phaseStatus") == "FAILED");
        var context = phase.Objects("contexts")[0];
        return (phase.Text("phaseType")!, context.Text("statusCode")!, context.Text("message")!);
    }

    private static JsonObject Build(AwsSimulator aws, JsonObject source, string statement, params JsonNode[] variables)
    {
        aws.Call("iam.CreateRole", new()
        {
            ["RoleName"] = "build",
            ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codebuild.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });
        aws.Call("iam.PutRolePolicy", new() { ["RoleName"] = "build", ["PolicyName"] = "own", ["PolicyDocument"] = $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""" });
        aws.Call("codebuild.CreateProject", new()
        {
            ["name"] = "pp",
            ["source"] = source,
            ["artifacts"] = new JsonObject { ["type"] = "NO_ARTIFACTS" },
            ["environment"] = new JsonObject
            {
                ["type"] = "LINUX_CONTAINER",
                ["image"] = "aws/codebuild/standard:7.0",
                ["computeType"] = "BUILD_GENERAL1_SMALL",
                ["environmentVariables"] = new JsonArray(variables),
            },
            ["serviceRole"] = Role,
        });
        var id = aws.Call("codebuild.StartBuild", new() { ["projectName"] = "pp" }).Object("build")!.Text("id")!;
        aws.Clock.Advance(TimeSpan.FromMinutes(3));
        return aws.Call("codebuild.BatchGetBuilds", new() { ["ids"] = new JsonArray(id) }).Objects("builds")[0];
    }

    private static void PutSource(AwsSimulator aws)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var file = new StreamWriter(archive.CreateEntry("buildspec.yml").Open());
            file.Write("version: 0.2\nphases:\n  build:\n    commands:\n      - echo built\n");
        }

        aws.Call("s3.CreateBucket", new() { ["Bucket"] = "files", ["CreateBucketConfiguration"] = new JsonObject { ["LocationConstraint"] = SimulatorCalls.Region } });
        aws.Call("s3.PutObject", new() { ["Bucket"] = "files", ["Key"] = "source.zip", ["Body"] = Convert.ToBase64String(packed.ToArray()) });
    }
}
