using System.Text.Json.Nodes;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis.Builds;

/// <summary>Builds of the seed's pipeline that fail, from the simulated CodePipeline down to the cause.</summary>
public sealed class BuildDiagnosisTests
{
    private static string Seed => PipelineWorld.SeedFile("buildspec.yml");

    [Fact]
    public async Task Push_RoleHasNoEcrPermission_NamesRoleAndAction()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        var world = bench.World;
        world.Call("iam.CreateRole", new() { ["RoleName"] = "build", ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}""" });
        world.Call("iam.PutRolePolicy", new()
        {
            ["RoleName"] = "build",
            ["PolicyName"] = "p",
            ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ecr:GetAuthorizationToken","s3:*","codecommit:*","logs:*"],"Resource":"*"}]}""",
        });
        world.Call("codebuild.UpdateProject", new() { ["name"] = PipelineWorld.Project, ["serviceRole"] = "arn:aws:iam::123456789012:role/build" });
        world.Push();
        world.CreatePipeline();

        var diagnosis = await bench.FailAsync();

        diagnosis.Subject.Should().Be("web: Build/Build");
        diagnosis.Reason.Should().StartWith("JobFailed: Build terminated with state: FAILED.");
        Cause(diagnosis, "BG706", Confidence.Certain).Should().Match<Finding>(finding => finding.Subject == "arn:aws:iam::123456789012:role/build" && finding.Message.Contains("ecr:BatchCheckLayerAvailability"));
    }

    [Fact]
    public async Task Buildspec_DoesNotParse_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", "version: 0.2\nphases:\n  build:\n    commands:\n      - echo \"open\n   - x: [\n"));
        bench.World.CreatePipeline();

        Cause(await bench.FailAsync(), "BG703", Confidence.Certain).Evidence[0].Should().StartWith("DOWNLOAD_SOURCE YAML_FILE_ERROR: ");
    }

    [Fact]
    public async Task Buildspec_IsMissing_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Call("codebuild.UpdateProject", new() { ["name"] = PipelineWorld.Project, ["source"] = new JsonObject { ["type"] = "CODEPIPELINE", ["buildspec"] = "ci/build.yml" } });
        bench.World.Push();
        bench.World.CreatePipeline();

        Cause(await bench.FailAsync(), "BG702", Confidence.Certain).Message.Should().Contain("ci/build.yml: no such file");
    }

    [Fact]
    public async Task Build_DockerHubLimit_IsTold_AndTheEchoOfLaterPhasesIsNot()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.World.Simulator.DockerHubLimitReached = true;
        bench.World.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        bench.World.CreatePipeline();

        var diagnosis = await bench.FailAsync();

        Cause(diagnosis, "BG708", Confidence.Certain).Evidence.Should().Contain(line => line.Contains("toomanyrequests"));
        diagnosis.Causes.Should().ContainSingle();
    }

    [Theory]
    [InlineData("v3·", "IMAGE_TAG has '·' U+00B7 (middle dot) at place 3 of 3")]
    [InlineData("v3\u00A0", "IMAGE_TAG has U+00A0 (no-break space) at place 3 of 3")]
    [InlineData("", "IMAGE_TAG is empty")]
    public async Task Build_OddImageTag_NamesVariableAndCharacter(string tag, string odd)
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Call("codebuild.DeleteProject", new() { ["name"] = PipelineWorld.Project });
        bench.World.CreateProject("arn:aws:iam::123456789012:role/unknown-to-iam", imageTag: tag);
        bench.World.Push();
        bench.World.CreatePipeline();

        (await bench.FailAsync()).Causes[0].Finding.Should().Match<Finding>(finding => finding.Code == "BG710" && finding.Message.Contains(odd));
    }

    [Theory]
    [InlineData("BG712", "echo Build started on `date`", "exit 3")]
    [InlineData("BG711", "docker push $REPOSITORY_URI:$IMAGE_TAG", "docker logout && docker push registry.example.com/web:1")]
    [InlineData("BG714", "- 'image*.json'", "- 'nothing*.json'")]
    public async Task Buildspec_WithAMistake_IsTold(string code, string before, string after)
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        var spec = Seed.Replace(before, after, StringComparison.Ordinal);
        spec = code == "BG714" ? spec.Replace("    - 'appspec.yaml'\n    - 'taskdef.json'\n", "", StringComparison.Ordinal) : spec;
        spec = code == "BG711" ? spec.Replace("docker tag $REPOSITORY_URI:$IMAGE_TAG $REPOSITORY_URI:$IMAGE_TAG", "docker tag $REPOSITORY_URI:$IMAGE_TAG registry.example.com/web:1", StringComparison.Ordinal) : spec;
        bench.World.Push(("buildspec.yml", spec));
        bench.World.CreatePipeline();

        (await bench.FailAsync()).Causes[0].Finding.Code.Should().Be(code);
    }

    [Fact]
    public async Task Build_NoSuchRepository_NamesIt()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", Seed.Replace("amazonaws.com/labo-terraform-admin", "amazonaws.com/labo-terraform-amdin", StringComparison.Ordinal)));
        bench.World.CreatePipeline();

        Cause(await bench.FailAsync(), "BG707", Confidence.Certain).Subject.Should().Be("labo-terraform-amdin");
    }

    [Fact]
    public async Task Build_NotPrivileged_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Call("codebuild.UpdateProject", new()
        {
            ["name"] = PipelineWorld.Project,
            ["environment"] = new JsonObject { ["type"] = "LINUX_CONTAINER", ["image"] = "aws/codebuild/standard:7.0", ["computeType"] = "BUILD_GENERAL1_SMALL", ["privilegedMode"] = false },
        });
        bench.World.Push();
        bench.World.CreatePipeline();

        Cause(await bench.FailAsync(), "BG709", Confidence.Certain).Fix.Should().Be("Set privilegedMode in the project's environment.");
    }

    [Fact]
    public async Task Build_ParameterIsMissing_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", Seed.Replace("env:\n", "env:\n  parameter-store:\n    HUB: /hub/token\n", StringComparison.Ordinal)));
        bench.World.CreatePipeline();

        Cause(await bench.FailAsync(), "BG705", Confidence.Certain).Message.Should().Contain("/hub/token");
    }

    [Fact]
    public async Task Reads_AreDenied_IsToldAndWhatIsKnownStays()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", Seed.Replace("echo Build started on `date`", "exit 3", StringComparison.Ordinal)));
        bench.World.CreatePipeline();
        bench.World.Finish().Should().Be("Failed");
        var faults = bench.World.World.Simulator.Faults;

        faults.On("logs:GetLogEvents").Fail("AccessDeniedException", "No.");
        var without = await bench.FailAsync();
        faults.On("codebuild:BatchGetBuilds").Fail("AccessDeniedException", "No.");
        var less = await bench.FailAsync();
        faults.On("codepipeline:ListPipelineExecutions").Fail("AccessDeniedException", "No.");
        var nothing = await bench.Diagnostician.DiagnosePipelineAsync(PipelineWorld.Name, cancellationToken: TestContext.Current.CancellationToken);

        Cause(without, "BG712", Confidence.Likely);
        without.NotChecked.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BG600" && finding.Fix == "Allow logs:GetLogEvents to whoever deploys.");
        Cause(less, "BG740", Confidence.Likely).Message.Should().Contain("exit status 3");
        less.NotChecked.Should().ContainSingle().Which.Message.Should().Contain("codebuild:BatchGetBuilds");
        nothing.Causes.Should().BeEmpty();
        nothing.NotChecked.Should().ContainSingle().Which.Message.Should().Contain("codepipeline:ListPipelineExecutions");
    }

    [Fact]
    public async Task Build_SucceededOrUnknown_HasNoCauses()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push();
        bench.World.CreatePipeline();
        bench.World.Finish().Should().Be("Succeeded");

        var id = bench.World.LatestBuild()["id"]!.GetValue<string>();
        var good = await bench.Diagnostician.DiagnoseBuildAsync(id, TestContext.Current.CancellationToken);
        var unknown = await bench.Diagnostician.DiagnoseBuildAsync("web-build:00000000-0000-0000-0000-000000000000", TestContext.Current.CancellationToken);
        var pipeline = await bench.Diagnostician.DiagnosePipelineAsync(PipelineWorld.Name, cancellationToken: TestContext.Current.CancellationToken);

        good.Should().BeEquivalentTo(new FailureDiagnosis { Subject = id, Excluded = ["The build has not failed: its status is SUCCEEDED."] });
        unknown.Reason.Should().StartWith("CodeBuild knows no build of this id");
        pipeline.Excluded.Should().ContainSingle().Which.Should().Contain("none of its newest hundred executions has failed");
    }

    private static Finding Cause(FailureDiagnosis diagnosis, string code, Confidence confidence) =>
        diagnosis.Causes.Should().Contain(cause => cause.Finding.Code == code && cause.Confidence == confidence, "there are {0}", string.Join("; ", diagnosis.Causes)).Which.Finding;
}
