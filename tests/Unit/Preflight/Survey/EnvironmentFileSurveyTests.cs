using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreen.Ecs.Tests.Unit.Deploying;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>Files of variables: whether they are there, and who may read them.</summary>
public sealed class EnvironmentFileSurveyTests
{
    private const string File = "arn:aws:s3:::settings/shop/web.env";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_InNoBucket_IsMissing()
    {
        await using var bench = await SurveyBench.CreateAsync();

        (await bench.FindAsync(With(File))).Where(one => one.Code == "BG269").Should().ContainSingle().Which.Should().Match<Finding>(one => one.Severity == FindingSeverity.Error && one.Subject == File);
    }

    [Fact]
    public async Task File_InABucketWithoutIt_IsMissing()
    {
        await using var bench = await SurveyBench.CreateAsync();
        await bench.Process.S3.PutBucketAsync(new PutBucketRequest { BucketName = "settings", BucketRegion = bench.Seed.Region }, Token);

        (await bench.FindAsync(With(File))).Select(one => one.Code).Should().Contain("BG269");
    }

    [Fact]
    public async Task File_ThatTheExecutionRoleMayNotRead_NamesBothActions()
    {
        await using var bench = await SurveyBench.CreateAsync();
        await PutAsync(bench);

        (await bench.FindAsync(With(File))).Should().ContainSingle().Which.Should().Match<Finding>(one => one.Code == "BG603")
            .And.Subject.As<Finding>().Evidence.Should().BeEquivalentTo($"s3:GetObject on {File}", "s3:GetBucketLocation on arn:aws:s3:::settings");
    }

    [Fact]
    public async Task File_OfSeveralContainers_IsLookedForOnce()
    {
        await using var bench = await SurveyBench.CreateAsync();
        await PutAsync(bench);

        await bench.FindAsync(With(File, File));

        bench.Simulator.History.Count(one => one.Kind == "call" && one.Subject == "s3:HeadObject").Should().Be(1);
    }

    [Fact]
    public async Task File_ThatMayNotBeLookedAt_IsNotChecked()
    {
        await using var bench = await SurveyBench.CreateAsync();
        await PutAsync(bench);
        bench.Simulator.Faults.On("s3:*").Fail("AccessDenied", "Access Denied", 403);

        (await bench.FindAsync(With(File))).Where(one => one.Code == "BG600").Should().ContainSingle().Which.Should()
            .Match<Finding>(one => one.Subject == File && one.Fix == "Allow s3:GetObject to whoever deploys.");
    }

    [Theory]
    [InlineData("http://localhost:4566", true)]
    [InlineData(null, false)]
    public async Task Client_OfAHostsContainer_PutsBucketsIntoThePathBehindAUrlOnly(string? place, bool isInPath)
    {
        var options = new AWSOptions { Region = Amazon.RegionEndpoint.EUWest1, Credentials = new BasicAWSCredentials("id", "secret") };
        options.DefaultClientConfig.ServiceURL = place;
        await using var services = new ServiceCollection().AddSingleton(options).AddBlueGreenEcs().BuildServiceProvider();

        ((AmazonS3Config)services.GetRequiredService<IAmazonS3>().Config).ForcePathStyle.Should().Be(isInPath);
    }

    private static DeploymentBuilder With(params string[] files)
    {
        var definition = TestBench.Deploy().Build().TaskDefinition!;
        return TestBench.Deploy().WithTaskDef(definition with
        {
            ContainerDefinitions = [definition.ContainerDefinitions[0] with { EnvironmentFiles = [.. files.Select(file => new EnvironmentFile(file, EnvironmentFileType.S3))] }],
        });
    }

    private static async Task PutAsync(SurveyBench bench)
    {
        await bench.Process.S3.PutBucketAsync(new PutBucketRequest { BucketName = "settings", BucketRegion = bench.Seed.Region }, Token);
        await bench.Process.S3.PutObjectAsync(new() { BucketName = "settings", Key = "shop/web.env", ContentBody = "COLOR=green" }, Token);
    }
}
