using BlueGreen.Ecs.Tests.Integration.Support;
using BlueGreen.Ecs.Tests.Unit.Support.Valid;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>AWS's own schemas of resources, as cfn-lint has them, hold against the templates of environments.</summary>
public sealed class CloudFormationTests : IDisposable
{
    private const int TaskDefinitions = 60;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bluegreen-templates-");

    [Fact]
    public async Task Templates_OfEveryVariant_PassCfnLint()
    {
        await LintAsync(EnvironmentVariants.All);

        TestContext.Current.TestOutputHelper?.WriteLine($"cfn-lint: {EnvironmentVariants.All.Count} variants ({string.Join(", ", EnvironmentVariants.All.Keys)}), 0 errors, 0 warnings");
    }

    [Fact]
    public async Task Templates_OfAnyTaskDefinition_PassCfnLint()
    {
        var random = new ValidTaskDefinitions();
        var source = PCG.Parse("0001HDX2TMKv");
        var environments = new Dictionary<string, BlueGreenEnvironment>(StringComparer.Ordinal);
        while (environments.Count < TaskDefinitions)
        {
            var definition = random.Generate(source, min: null, out _);

            // The schemas know no volumes of S3 Files yet.
            if (definition.Volumes.All(volume => volume.S3filesVolumeConfiguration is null)
                && definition.ContainerDefinitions.SelectMany(container => container.PortMappings.Select(mapping => (container.Name, mapping.ContainerPort))).FirstOrDefault(one => one.ContainerPort is not null) is { ContainerPort: { } port } served)
            {
                environments.Add($"random-{environments.Count}", BlueGreenEnvironment.For("random").WithTaskDef(definition).WithContainer(served.Name, port).Build());
            }
        }

        await LintAsync(environments);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private async Task LintAsync(IReadOnlyDictionary<string, BlueGreenEnvironment> environments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (installed, _, _) = await AwsProcess.RunAsync("cfn-lint", ["--version"], endpoint: null, "eu-west-1", cancellationToken);
        Assert.SkipUnless(installed == 0, "cfn-lint is not installed.");
        foreach (var (name, environment) in environments)
        {
            await File.WriteAllTextAsync(Path.Combine(_directory.FullName, $"{name}.json"), environment.ToCloudFormation(), cancellationToken);
        }

        var (code, output, error) = await AwsProcess.RunAsync("cfn-lint", ["--regions", "eu-west-1", "--", .. Directory.GetFiles(_directory.FullName).Order(StringComparer.Ordinal)], endpoint: null, "eu-west-1", cancellationToken);

        code.Should().Be(0, "cfn-lint tells no error and no warning: {0}{1}", output, error);
    }
}
