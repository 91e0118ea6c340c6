using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecr;

public sealed class ScanAndPolicyTests
{
    private const string Uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web";

    [Fact]
    public async Task Scan_OnPush_FindsWhatTheImageHas()
    {
        await using var aws = new AwsSimulator();
        aws.Images[Uri + ":v1"].HasVulnerability("CVE-2026-2", "LOW").HasVulnerability("CVE-2026-1");
        Push(aws, scanOnPush: true);

        Findings(aws)["imageScanStatus"]!["status"]!.GetValue<string>().Should().Be("IN_PROGRESS");
        aws.Clock.Advance(TimeSpan.FromMinutes(1));

        var scan = Findings(aws);
        scan["imageScanStatus"]!["status"]!.GetValue<string>().Should().Be("COMPLETE");
        scan["imageScanFindings"]!["findings"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()).Should().Equal("CVE-2026-1", "CVE-2026-2");
        scan["imageScanFindings"]!["findingSeverityCounts"]!.ToJsonString().Should().Be("""{"CRITICAL":1,"LOW":1}""");
    }

    [Fact]
    public async Task Scan_OnDemand_MayBeginOnceADay()
    {
        await using var aws = new AwsSimulator();
        Push(aws, scanOnPush: false);
        aws.Invoking(Findings).Should().Throw<AwsErrorException>().Which.Code.Should().Be("ScanNotFoundException");

        aws.Call("ecr.StartImageScan", Image());

        aws.Invoking(one => one.Call("ecr.StartImageScan", Image())).Should().Throw<AwsErrorException>().Which.Code.Should().Be("LimitExceededException");
        aws.Clock.Advance(TimeSpan.FromHours(24));
        aws.Invoking(one => one.Call("ecr.StartImageScan", Image())).Should().NotThrow();
    }

    [Fact]
    public async Task LifecyclePolicy_IsCheckedKeptAndDeleted()
    {
        await using var aws = new AwsSimulator();
        Push(aws, scanOnPush: false);
        const string Policy = """{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"imageCountMoreThan","countNumber":1},"action":{"type":"expire"}}]}""";

        Code(() => aws.Call("ecr.GetLifecyclePolicy", Repository())).Should().Be("LifecyclePolicyNotFoundException");
        Code(() => Put("""{"rules":[]}""" + new string(' ', 100))).Should().Be("InvalidParameterException");
        Put(Policy);
        aws.Call("ecr.GetLifecyclePolicy", Repository())["lifecyclePolicyText"]!.GetValue<string>().Should().Be(Policy);
        aws.Call("ecr.DeleteLifecyclePolicy", Repository());
        Code(() => aws.Call("ecr.DeleteLifecyclePolicy", Repository())).Should().Be("LifecyclePolicyNotFoundException");

        void Put(string text) => aws.Call("ecr.PutLifecyclePolicy", new JsonObject { ["repositoryName"] = "web", ["lifecyclePolicyText"] = text });
    }

    [Fact]
    public async Task LifecyclePolicyPreview_TellsWhatWouldExpire()
    {
        await using var aws = new AwsSimulator();
        Push(aws, scanOnPush: false);
        aws.Clock.Advance(TimeSpan.FromMinutes(1));
        aws.Call("ecr.PutImage", new JsonObject { ["repositoryName"] = "web", ["imageTag"] = "v2", ["imageManifest"] = """{"schemaVersion":2,"layers":[{"digest":"sha256:bb","size":1}]}""" });
        const string Policy = """{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":1},"action":{"type":"expire"}}]}""";
        var start = new JsonObject { ["repositoryName"] = "web", ["lifecyclePolicyText"] = Policy };

        Code(() => aws.Call("ecr.GetLifecyclePolicyPreview", Repository())).Should().Be("LifecyclePolicyPreviewNotFoundException");
        aws.Call("ecr.StartLifecyclePolicyPreview", start.DeepClone().AsObject())["status"]!.GetValue<string>().Should().Be("IN_PROGRESS");
        Code(() => aws.Call("ecr.StartLifecyclePolicyPreview", start)).Should().Be("LifecyclePolicyPreviewInProgressException");
        aws.Clock.Advance(TimeSpan.FromSeconds(5));

        var preview = aws.Call("ecr.GetLifecyclePolicyPreview", Repository());
        preview["status"]!.GetValue<string>().Should().Be("COMPLETE");
        preview["previewResults"]!.AsArray().Select(one => one!["imageTags"]![0]!.GetValue<string>()).Should().Equal("v1");
        preview["summary"]!["expiringImageTotalCount"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Layers_OfAManifest_AreAvailable()
    {
        await using var aws = new AwsSimulator();
        Push(aws, scanOnPush: false);

        var answer = aws.Call("ecr.BatchCheckLayerAvailability", new JsonObject { ["repositoryName"] = "web", ["layerDigests"] = new JsonArray("sha256:aa", "sha256:bb", "x") });

        answer["layers"]!.AsArray().Select(one => one!["layerAvailability"]!.GetValue<string>()).Should().Equal("AVAILABLE", "UNAVAILABLE");
        answer["failures"]![0]!["failureCode"]!.GetValue<string>().Should().Be("InvalidLayerDigest");
    }

    private static void Push(AwsSimulator aws, bool scanOnPush)
    {
        aws.Call("ecr.CreateRepository", new JsonObject { ["repositoryName"] = "web", ["imageScanningConfiguration"] = new JsonObject { ["scanOnPush"] = scanOnPush } });
        aws.Call("ecr.PutImage", new JsonObject { ["repositoryName"] = "web", ["imageTag"] = "v1", ["imageManifest"] = """{"schemaVersion":2,"layers":[{"digest":"sha256:aa","size":1}]}""" });
    }

    private static JsonObject Findings(AwsSimulator aws) => aws.Call("ecr.DescribeImageScanFindings", Image());

    private static JsonObject Repository() => new() { ["repositoryName"] = "web" };

    private static JsonObject Image() => new() { ["repositoryName"] = "web", ["imageId"] = new JsonObject { ["imageTag"] = "v1" } };

    private static string Code(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
