using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

public sealed class SeedPipelineTests
{
    [Fact]
    public async Task Push_SeedFiles_DeploysTheImageThatWasBuilt()
    {
        await using var world = await PipelineWorld.CreateAsync();
        var first = world.Push();
        world.CreatePipeline();
        world.Finish().Should().Be("Succeeded", world.Error("Deploy") ?? world.Error("Build"));
        world.Executions()[0].Object("trigger")!.Text("triggerType").Should().Be("CreatePipeline");
        world.Page().Should().Contain("version v3");

        var second = world.Push(("page.html", "<h1>new</h1>"));
        world.World.AdvanceUntil(() => world.Executions().Count == 2);
        world.Finish().Should().Be("Succeeded");

        second.Should().NotBe(first);
        world.Executions()[0].Objects("sourceRevisions")[0].Text("revisionId").Should().Be(second);
        world.Executions()[0].Object("trigger")!.Text("triggerType").Should().Be("PollForSourceChanges");
        world.LatestAction("Deploy")!.Text("externalExecutionId").Should().StartWith("d-");
        world.World.Service().Objects("taskSets").Should().ContainSingle(set => set.Text("status") == "PRIMARY").Which.Text("taskDefinition").Should().EndWith(":3");
    }

    [Fact]
    public async Task Push_EveryActionIsListedWithWhatWentInAndCameOut()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline();
        world.Finish();

        var actions = world.Call("codepipeline.ListActionExecutions", new() { ["pipelineName"] = PipelineWorld.Name }).Objects("actionExecutionDetails");

        actions.Select(action => $"{action.Text("actionName")} {action.Text("status")}").Should().Equal("Deploy Succeeded", "Build Succeeded", "Source Succeeded");
        actions[2].Object("output")!.Object("outputVariables")!.Text("CommitMessage").Should().Be("A change");
        actions[1].Object("input")!.Objects("inputArtifacts")[0].Object("s3location")!.Text("bucket").Should().Be("artifacts");
        actions[1].Object("output")!.Object("executionResult")!.Text("externalExecutionId").Should().StartWith($"{PipelineWorld.Project}:");
    }

    [Fact]
    public async Task Build_RunsTheCommandsOfTheBuildspec_AndLogsThem()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline();
        world.Finish();

        var build = world.LatestBuild();
        build.Objects("phases").Select(phase => phase.Text("phaseType")).Should().Equal(
            "SUBMITTED", "QUEUED", "PROVISIONING", "DOWNLOAD_SOURCE", "INSTALL", "PRE_BUILD", "BUILD", "POST_BUILD", "UPLOAD_ARTIFACTS", "FINALIZING", "COMPLETED");
        build.Text("initiator").Should().Be($"codepipeline/{PipelineWorld.Name}");
        world.Log().Should().Contain("Running command docker push $REPOSITORY_URI:$IMAGE_TAG").And.Contain("v3: digest: sha256:").And.Contain("Phase complete: BUILD State: SUCCEEDED");
    }

    [Fact]
    public async Task Build_NoEcrPermission_FailsBeforeAnythingIsDeployed()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Call("iam.CreateRole", new() { ["RoleName"] = "build", ["AssumeRolePolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}""" });
        world.Call("iam.PutRolePolicy", new()
        {
            ["RoleName"] = "build",
            ["PolicyName"] = "p",
            ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ecr:GetAuthorizationToken","s3:GetObject"],"Resource":"*"}]}""",
        });
        world.Call("codebuild.UpdateProject", new() { ["name"] = PipelineWorld.Project, ["serviceRole"] = "arn:aws:iam::123456789012:role/build" });
        world.Push();
        world.CreatePipeline();

        world.Finish().Should().Be("Failed");

        world.Error("Build").Should().Contain("Phase: POST_BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error while executing command: docker push");
        world.Log().Should().Contain("is not authorized to perform: ecr:BatchCheckLayerAvailability");
        world.LatestAction("Deploy").Should().BeNull();
    }

    [Fact]
    public async Task Build_BuildspecDoesNotParse_FailsInDownloadSource()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push(("buildspec.yml", "version: 0.2\nphases:\n  build:\n    commands:\n      - echo \"open\n   - x: [\n"));
        world.CreatePipeline();

        world.Finish().Should().Be("Failed");

        world.Error("Build").Should().Contain("Phase: DOWNLOAD_SOURCE, Code: YAML_FILE_ERROR");
        var phases = world.LatestBuild().Objects("phases").Select(phase => $"{phase.Text("phaseType")} {phase.Text("phaseStatus")}").ToList();
        phases.Should().Equal("SUBMITTED SUCCEEDED", "QUEUED SUCCEEDED", "PROVISIONING SUCCEEDED", "DOWNLOAD_SOURCE FAILED", "FINALIZING SUCCEEDED", "COMPLETED ");
    }

    [Fact]
    public async Task Build_DockerHubLimit_FailsAnonymousPullsOnly()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.World.Simulator.DockerHubLimitReached = true;
        world.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        world.CreatePipeline();
        world.Finish().Should().Be("Failed");
        world.Error("Build").Should().Contain("Phase: BUILD");
        world.Log().Should().Contain("toomanyrequests: You have reached your pull rate limit.");

        world.Push(("buildspec.yml", PipelineWorld.SeedFile("buildspec.yml")));
        world.World.AdvanceUntil(() => world.Executions().Count == 2);

        world.Finish().Should().Be("Succeeded");
    }

    [Theory]
    [InlineData("v3·")]
    [InlineData("")]
    public async Task Build_ImageTagWithStrayCharacters_FailsInBuildAndStillRunsPostBuild(string tag)
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Call("codebuild.DeleteProject", new() { ["name"] = PipelineWorld.Project });
        world.CreateProject("arn:aws:iam::123456789012:role/unknown-to-iam", imageTag: tag);
        world.Push();
        world.CreatePipeline();

        world.Finish().Should().Be("Failed");

        world.Error("Build").Should().Contain("Phase: BUILD, Code: COMMAND_EXECUTION_ERROR").And.Contain("docker build");
        world.LatestBuild().Objects("phases").Single(phase => phase.Text("phaseType") is "POST_BUILD").Text("phaseStatus").Should().Be("FAILED");
        world.Log().Should().Contain("invalid reference format");
    }

    [Fact]
    public async Task Deploy_WrongContainerInAppSpec_FailsWithCodeDeploysWords()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push(("appspec.yaml", PipelineWorld.SeedFile("appspec.yaml").Replace("ContainerName: labo-terraform-admin", "ContainerName: staging", StringComparison.Ordinal)));
        world.CreatePipeline();

        world.Finish().Should().Be("Failed");

        world.Error("Deploy").Should().Contain("ECS_UPDATE_ERROR").And.Contain("does not exist in the task definition");
        world.Page().Should().Contain("version v1");
    }

    [Fact]
    public async Task Deploy_NoTemplateInTheArtifact_IsNamed()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push(("buildspec.yml", PipelineWorld.SeedFile("buildspec.yml").Replace("    - 'taskdef.json'\n", "", StringComparison.Ordinal)));
        world.CreatePipeline();

        world.Finish().Should().Be("Failed");

        world.Error("Deploy").Should().Be("Exception while trying to read the task definition artifact file from: BuildArtifact");
    }

    [Fact]
    public async Task Deploy_TaskDoesNotStart_FailsAfterTheTimeOut()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.World.Simulator.Images["123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v3"] = new ImageBehavior { PullError = "no route to host" };
        world.Push();
        world.CreatePipeline();

        world.Finish().Should().Be("Failed");

        world.Error("Deploy").Should().Contain("The deployment timed out while waiting for the replacement task set to become healthy.");
    }

    [Fact]
    public async Task Build_Function_ReplacesTheBuildspec()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.World.Simulator.Builds[PipelineWorld.Project] = build =>
        {
            build.Log("by hand");
            var image = build.PushImage($"{world.Seed.ImageV1[..^2]}{build.Environment["IMAGE_TAG"]}-{build.Source.Count}");
            return new(SimulatedBuildResult.Succeeded(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["imageDetail.json"] = new JsonObject { ["ImageURI"] = image }.ToJsonString(),
                ["taskdef.json"] = build.Source["taskdef.json"],
                ["appspec.yaml"] = build.Source["appspec.yaml"],
            }));
        };
        world.Push();
        world.CreatePipeline();

        world.Finish().Should().Be("Succeeded", world.Error("Build") ?? world.Error("Deploy"));

        world.Log().Should().Contain("by hand");
        world.Call("ecr.DescribeImages", new() { ["repositoryName"] = world.Seed.ServiceName }).Objects("imageDetails")[^1].Texts("imageTags").Should().Equal("v3-4");
    }

    [Fact]
    public async Task Build_FunctionAnswersLater_TheBuildWaits()
    {
        await using var world = await PipelineWorld.CreateAsync();
        var answer = new TaskCompletionSource<SimulatedBuildResult>();
        world.World.Simulator.Builds[PipelineWorld.Project] = _ => new(answer.Task);
        world.Push();
        world.CreatePipeline();
        world.World.Advance(TimeSpan.FromMinutes(10));
        world.LatestBuild().Text("buildStatus").Should().Be("IN_PROGRESS");

        answer.SetResult(SimulatedBuildResult.Failed("PRE_BUILD", "no credentials"));

        world.Finish().Should().Be("Failed");
        world.Error("Build").Should().Be("Build terminated with state: FAILED. Phase: PRE_BUILD, Code: COMMAND_EXECUTION_ERROR, Message: no credentials");
    }
}
