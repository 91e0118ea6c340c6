namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>What the builder of a pipeline fills in, and what it refuses.</summary>
public sealed class PipelineBuilderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Build_OfTheLeast_FillsInTheRest()
    {
        var environment = ProvisioningBench.Labo().WithPipeline(pipeline => pipeline.WithBuild()).Build();

        environment.Pipeline.Should().Be(new EnvironmentPipeline
        {
            Name = ProvisioningBench.Name,
            Source = new CodeCommitSource(new(ProvisioningBench.Name)),
            Build = new() { Project = ProvisioningBench.Name, Role = new($"codebuild-{ProvisioningBench.Name}-service-role") },
            Role = new($"AWSCodePipelineServiceRole-{ProvisioningBench.Name}"),
        });
        environment.LogGroups.Should().EndWith(new EnvironmentResource($"/aws/codebuild/{ProvisioningBench.Name}"));
    }

    [Fact]
    public void Build_WithFilesOfADirectory_TakesAllButGitsOwn()
    {
        Write("buildspec.yml", Deliveries.SeedFile("buildspec.yml"));
        Write("taskdef.json", Deliveries.SeedFile("taskdef.json").Replace("IMAGE1_NAME", "WEB_IMAGE", StringComparison.Ordinal));
        Write("appspec.yaml", Deliveries.SeedFile("appspec.yaml"));
        Write("src/page.html", "old");
        Write(".git/HEAD", "ref");

        var pipeline = Build(one => one.WithBuild().WithFiles(_folder.FullName).WithFile("src/page.html", "new"));

        var files = pipeline.Source.Should().BeOfType<CodeCommitSource>().Which.Files;
        files.Select(file => file.Path).Should().Equal("appspec.yaml", "buildspec.yml", "src/page.html", "taskdef.json");
        files[2].Content.Should().Equal("new"u8.ToArray());
        pipeline.ImagePlaceholder.Should().Be("WEB_IMAGE");
        pipeline.HasTemplatesInSource.Should().BeFalse("the build hands them on");
    }

    [Fact]
    public void Build_WithABuildSpecThatHandsOnNoTemplates_TakesThemFromTheSource()
    {
        var spec = BuildSpec.ForDockerImage(ProvisioningBench.Name).Build();

        var pipeline = Build(one => one.FromS3("labo.zip").WithBuild(spec with { Artifacts = new() { Files = ["imageDetail.json"] } }));

        pipeline.HasTemplatesInSource.Should().BeTrue();
    }

    [Fact]
    public void Build_WithoutABuildSpec_NamesTheFile() =>
        Problems(one => Deliveries.WithFiles(one).WithBuild(new EnvironmentBuild { BuildSpecPath = "ci/build.yml" })).Should().ContainSingle().Which.Message.Should().StartWith("ci/build.yml is not among the files");

    [Fact]
    public void Build_WithoutAPlaceholder_SaysWhatToWrite() =>
        Problems(one => Deliveries.WithFiles(one).WithFile("taskdef.json", Deliveries.SeedFile("taskdef.json").Replace("<IMAGE1_NAME>", "nginx:1.29", StringComparison.Ordinal)))
            .Should().ContainSingle().Which.Message.Should().Contain("no placeholder <IMAGE1_NAME>");

    [Fact]
    public void Build_WithADocumentThatCannotBeRead_SaysWhere() =>
        Problems(one => Deliveries.WithFiles(one).WithFile("appspec.yaml", "version: [")).Should().ContainSingle().Which.Position!.Source.Should().Be("appspec.yaml");

    [Fact]
    public void Build_WithAnAppSpecOfAnotherContainer_IsRefused() =>
        Problems(one => Deliveries.WithFiles(one).WithFile("appspec.yaml", Deliveries.SeedFile("appspec.yaml").Replace("labo-terraform-admin", "staging", StringComparison.Ordinal)))
            .Should().ContainSingle().Which.Message.Should().Contain("staging");

    [Fact]
    public void Build_WithWhatCannotBe_TellsItAll() =>
        Problems(one => one
            .Named("my pipeline")
            .FromConnection("github", "alone")
            .WithFiles(Path.Combine(_folder.FullName, "missing"))
            .WithFile("../secret", "x")
            .WithFile("large", new string('x', (6 * 1024 * 1024) + 1))
            .WithFile("small", "x")
            .WithBucket("Bucket")
            .WithBuild(new EnvironmentBuild { BuildSpec = BuildSpec.ForDockerImage("labo").Build(), Variables = [new("CODEBUILD_X", "1"), new("A", "1"), new("A", "2")] })
            .WithApproval(new string('x', 1001)))
        .Select(problem => problem.Call).Should().Equal(
            $"WithPipeline(…).WithFiles(\"{Path.Combine(_folder.FullName, "missing")}\")", "WithPipeline(…).WithFile(\"../secret\", …)", "WithPipeline(…).WithFile(\"large\", …)",
            "WithPipeline(…).Named(…)", "WithPipeline(…).WithBucket(…)", "WithPipeline(…).FromConnection(…)", "WithPipeline(…).FromConnection(…)", "WithPipeline(…).WithApproval(…)",
            "WithPipeline(…).WithBuild(…)", "WithPipeline(…).WithBuild(…)",
            $"WithPipeline(…).WithFiles(\"{Path.Combine(_folder.FullName, "missing")}\")");

    [Fact]
    public void Build_WithTooManyFiles_SaysHowManyOneCommitTakes() =>
        Problems(one => Enumerable.Range(0, 101).Aggregate(Deliveries.WithFiles(one), (all, i) => all.WithFile(FormattableString.Invariant($"file{i}"), "x"))).Should().ContainSingle().Which.Message.Should().StartWith("There are 105 files");

    [Theory]
    [InlineData(EnvironmentController.External, "WithPipeline(…)")]
    [InlineData(EnvironmentController.CodeDeploy, "WithPipeline(…).FromEcr(…)")]
    [InlineData(EnvironmentController.EcsNative, "WithPipeline(…).FromEcr(…)")]
    public void Build_WithADeploymentThatNoActionMakes_SaysWhatToDo(EnvironmentController controller, string call) =>
        Problems(one => one.FromEcr(), controller).Should().ContainSingle().Which.Call.Should().Be(call);

    [Fact]
    public void Build_WithABuildThatTellsNoImage_IsRefused() =>
        Problems(one => one.WithBuild(BuildSpec.ForDockerImage("labo").Build()), EnvironmentController.EcsNative).Should().ContainSingle().Which.Message.Should().Contain("imagedefinitions.json");

    private static EnvironmentPipeline Build(Func<PipelineBuilder, PipelineBuilder> describe) => ProvisioningBench.Labo().WithPipeline(describe).Build().Pipeline!;

    private static EquatableArray<DeploymentProblem> Problems(Func<PipelineBuilder, PipelineBuilder> describe, EnvironmentController controller = EnvironmentController.CodeDeploy) =>
        ProvisioningBench.Labo(controller).WithPipeline(describe).Invoking(builder => builder.Build()).Should().Throw<EnvironmentValidationException>().Which.Problems;

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
