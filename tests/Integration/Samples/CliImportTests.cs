namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>A service's files, written by <c>import</c> and deployed by <c>deploy --settings</c>.</summary>
public sealed class CliImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bluegreen-cli-");

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Import_ThenDeploy_NeedsTheImageOnly()
    {
        await using var bench = await CliBench.StartAsync(timeScale: 600);
        await using var import = Import(bench);

        (await import.EndAsync(CancellationToken)).Should().Be(0, "it printed {0}", import.Errors);

        import.Output.Take(3).Select(Path.GetFileName).Should().Equal("taskdef.json", "appspec.yaml", "bluegreen.json");
        await using var deploy = SampleProgram.Cli(bench.Endpoint, awaited: null, "deploy", "--settings", Path.Combine(_folder.FullName, "bluegreen.json"), "--image", $"IMAGE1_NAME={bench.Seed.ImageV2}", "--poll-interval", "0.1");
        (await deploy.EndAsync(CancellationToken)).Should().Be(0, "it printed {0}", deploy.Errors);
        deploy.Output[^1].Should().StartWith("deployed ");
        await using var again = Import(bench);
        (await again.EndAsync(CancellationToken)).Should().Be(1, "files that are there are not replaced");
        again.Errors.Should().ContainSingle().Which.Should().EndWith("Name another directory, or say that they are to be overwritten.");
    }

    [Theory]
    [InlineData("{\"service\": 3}", "*bluegreen.json cannot be read: service is no text.*")]
    [InlineData("[]", "*bluegreen.json cannot be read: An object is wanted.*")]
    [InlineData("{}", "error: --service: missing. Give it, or a file that says it with --settings.")]
    public async Task Deploy_SettingsThatSayNothing_AreRefused(string text, string problem)
    {
        var path = Path.Combine(_folder.FullName, "bluegreen.json");
        await File.WriteAllTextAsync(path, text, CancellationToken);
        await using var program = SampleProgram.Cli(aws: null, awaited: null, "deploy", "--settings", path);

        (await program.EndAsync(CancellationToken)).Should().Be(1);

        program.Errors.Should().ContainMatch(problem);
    }

    private SampleProgram Import(CliBench bench) => SampleProgram.Cli(bench.Endpoint, awaited: null, "import", "--service", "web/labo-terraform-admin", "--directory", _folder.FullName);
}
