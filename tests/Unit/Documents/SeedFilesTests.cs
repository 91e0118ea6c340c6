using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documents;

public sealed class SeedFilesTests(ITestOutputHelper output)
{
    [Fact]
    public void TaskDef_OfTheSeed_IsReadWhole()
    {
        var definition = TaskDefinitionDocument.Load(Seed.TaskDef);

        definition.Should().BeEquivalentTo(new TaskDefinition
        {
            Family = "ecs-admin-test",
            ExecutionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
            NetworkMode = "awsvpc",
            Cpu = "256",
            Memory = "512",
            RequiresCompatibilities = ["FARGATE"],
            ContainerDefinitions =
            [
                new()
                {
                    Name = Seed.Container,
                    Image = "<IMAGE1_NAME>",
                    Essential = true,
                    PortMappings = [new() { ContainerPort = 5000, HostPort = 5000, Protocol = "tcp" }],
                    Environment = [new("NODE_ENV", "production"), new("PORT", "5000")],
                    LogConfiguration = new()
                    {
                        LogDriver = "awslogs",
                        Options = [new("awslogs-group", "/ecs/aws-ecs-getting-started"), new("awslogs-region", "ap-northeast-1"), new("awslogs-stream-prefix", "awslogs-admin-panel")],
                    },
                },
            ],
        });
    }

    [Fact]
    public void TaskDef_WrittenReadAndWritten_IsTheSameToTheByte()
    {
        var written = TaskDefinitionDocument.ToJson(TaskDefinitionDocument.Load(Seed.TaskDef));

        TaskDefinitionDocument.ToJson(TaskDefinitionDocument.Parse(written)).Should().Be(written);
    }

    [Fact]
    public void AppSpec_OfTheSeed_IsReadWhole() =>
        AppSpecDocument.Load(Seed.AppSpec).Should().Be(new AppSpec { ContainerName = Seed.Container, ContainerPort = 5000 });

    [Fact]
    public void AppSpec_WrittenReadAndWritten_IsTheSameToTheByte()
    {
        var written = AppSpecDocument.ToJson(AppSpecDocument.Load(Seed.AppSpec));

        AppSpecDocument.ToJson(AppSpecDocument.Parse(written)).Should().Be(written);
    }

    [Fact]
    public void AppSpec_WrittenAsYaml_LooksLikeTheSeed() =>
        AppSpecDocument.ToYaml(AppSpecDocument.Load(Seed.AppSpec)).Should().Be(File.ReadAllText(Seed.AppSpec).ReplaceLineEndings("\n").Replace("            Container", "          Container", StringComparison.Ordinal));

    [Fact]
    public void BuildSpec_OfTheSeed_IsReadWhole()
    {
        var document = BuildSpecDocument.Open(Seed.BuildSpec);

        document.Notes.Should().BeEmpty();
        document.Content.Environment!.Variables.Select(variable => variable.Name).Should().Equal("DOCKER_USER", "DOCKER_TOKEN");
        document.Content.Phases.PreBuild!.Commands.Should().HaveCount(5);
        document.Content.Phases.Build!.Commands[2].Should().Be("docker build -t $REPOSITORY_URI:$IMAGE_TAG .");
        document.Content.Phases.PostBuild!.Commands[4].Should().Be("""printf '{"ImageURI":"%s"}' $REPOSITORY_URI:$IMAGE_TAG > imageDetail.json""");
        document.Content.Artifacts.Should().Be(new BuildSpecArtifacts { Files = ["image*.json", "appspec.yaml", "taskdef.json"] });
    }

    [Fact]
    public void BuildSpec_WrittenReadAndWritten_IsTheSameToTheByte()
    {
        var written = BuildSpecDocument.ToYaml(BuildSpecDocument.Load(Seed.BuildSpec));

        BuildSpecDocument.ToYaml(BuildSpecDocument.Parse(written)).Should().Be(written);
        BuildSpecDocument.Parse(written).Should().Be(BuildSpecDocument.Load(Seed.BuildSpec));
    }

    [Fact]
    public void ImageDetail_OfTheSeed_IsReadAndWrittenToTheByte()
    {
        var detail = ImageDetailDocument.Load(Seed.ImageDetail);

        detail.Should().Be(new ImageDetail { Image = Seed.Image });
        ImageDetailDocument.ToJson(detail).Should().Be(File.ReadAllText(Seed.ImageDetail));
    }

    [Fact]
    public void AllFiles_OfTheSeed_HaveNoErrorAndTheFindingsThatTheyDeserve()
    {
        var findings = DocumentChecks.CheckFiles(Seed.TaskDef, Seed.AppSpec, Seed.BuildSpec);

        findings.Where(finding => finding.Severity == FindingSeverity.Error).Should().BeEmpty();
        findings.Where(finding => finding.Position!.Source != "buildspec.yml").Should().BeEmpty();
        output.WriteLine($"seed files: 4 read, 0 errors, written the same to the byte; findings: {string.Join(", ", findings.Select(finding => $"{finding.Code} {finding.Position}"))}");
    }
}
