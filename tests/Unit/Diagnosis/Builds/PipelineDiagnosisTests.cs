using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis.Builds;

/// <summary>Actions of the seed's pipeline that fail.</summary>
public sealed class PipelineDiagnosisTests
{
    private static string Seed => PipelineWorld.SeedFile("buildspec.yml");

    [Fact]
    public async Task Deploy_NoTemplateInTheArtifact_NamesFileAndArtifact()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", Seed.Replace("    - 'taskdef.json'\n", "", StringComparison.Ordinal)));
        bench.World.CreatePipeline();

        Only(await bench.FailAsync(), "BG731").Message.Should().Contain("taskdef.json of the artifact BuildArtifact");
    }

    [Fact]
    public async Task Deploy_NoImageDetail_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", Seed.Replace("    - 'image*.json'\n", "", StringComparison.Ordinal)));
        bench.World.CreatePipeline();

        Only(await bench.FailAsync(), "BG732").Message.Should().Contain("BuildArtifact");
    }

    [Fact]
    public async Task Deploy_PlaceholderIsNotFilled_IsToldByTheRefusalOrTheConfiguration()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        var deploy = bench.World.Deploy();
        deploy["actions"]![0]!["configuration"]!["Image1ContainerName"] = "<IMAGE1_NAME>";
        bench.World.Push(("taskdef.json", "{}"));
        bench.World.CreatePipeline(PipelineWorld.Source(), PipelineWorld.Build(), deploy);

        Only(await bench.FailAsync(), "BG733").Message.Should().Contain("Image1ContainerName = <IMAGE1_NAME>");
    }

    [Fact]
    public async Task Deploy_DeploymentFails_TellsItsId()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("appspec.yaml", PipelineWorld.SeedFile("appspec.yaml").Replace("ContainerName: labo-terraform-admin", "ContainerName: staging", StringComparison.Ordinal)));
        bench.World.CreatePipeline();

        var cause = Only(await bench.FailAsync(), "BG734");

        cause.Subject.Should().Be(bench.World.LatestAction("Deploy")!.Text("externalExecutionId"));
        cause.Message.Should().Contain("does not exist in the task definition");
    }

    [Theory]
    [InlineData(true, "BG736")]
    [InlineData(false, "BG737")]
    public async Task Approval_RejectedOrForgotten_AreToldApart(bool isAnswered, string code)
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push();
        bench.World.CreatePipeline(PipelineWorld.Source(), PipelineWorld.Approval());
        bench.World.World.AdvanceUntil(() => bench.World.LatestAction("Approve") is not null);
        if (isAnswered)
        {
            bench.World.Call("codepipeline.PutApprovalResult", new()
            {
                ["pipelineName"] = PipelineWorld.Name,
                ["stageName"] = "Approve",
                ["actionName"] = "Ask",
                ["result"] = new JsonObject { ["summary"] = "not on a Friday", ["status"] = "Rejected" },
                ["token"] = bench.World.LatestAction("Approve")!.Text("token"),
            });
        }
        else
        {
            bench.World.World.Advance(TimeSpan.FromDays(8));
        }

        Only(await bench.FailAsync(), code).Subject.Should().Be("web: Approve/Ask");
    }

    [Fact]
    public async Task Source_NoSuchRepository_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.CreatePipeline(
            PipelineWorld.Stage("Source", PipelineWorld.Action("Source", "Source", "CodeCommit", new() { ["RepositoryName"] = "nobody", ["BranchName"] = "main" }, outputs: ["SourceArtifact"])),
            PipelineWorld.Approval());
        bench.World.Start();

        Only(await bench.FailAsync(), "BG738").Message.Should().Contain("nobody");
    }

    [Fact]
    public async Task Build_NoSuchProject_IsTold()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Call("codebuild.DeleteProject", new() { ["name"] = PipelineWorld.Project });
        bench.World.Push();
        bench.World.CreatePipeline();

        Only(await bench.FailAsync(), "BG739").Message.Should().Contain("Project cannot be found");
    }

    [Fact]
    public async Task Execution_IsNamed_IsTheOneThatIsDiagnosed()
    {
        await using var bench = await PipelineDiagnosis.CreateAsync();
        bench.World.Push(("buildspec.yml", Seed.Replace("    - 'taskdef.json'\n", "", StringComparison.Ordinal)));
        bench.World.CreatePipeline();
        bench.World.Finish().Should().Be("Failed");
        var failed = bench.World.Executions()[0].Text("pipelineExecutionId")!;
        bench.World.Push(("buildspec.yml", Seed));
        bench.World.World.AdvanceUntil(() => bench.World.Executions().Count == 2);
        bench.World.Finish().Should().Be("Succeeded");

        var token = TestContext.Current.CancellationToken;
        Only(await bench.Diagnostician.DiagnosePipelineAsync(PipelineWorld.Name, failed, token), "BG731");
        (await bench.Diagnostician.DiagnosePipelineAsync(PipelineWorld.Name, bench.World.Executions()[0].Text("pipelineExecutionId"), token)).Excluded
            .Should().ContainSingle().Which.Should().EndWith("has failed at its last try.");
    }

    private static Finding Only(FailureDiagnosis diagnosis, string code)
    {
        var cause = diagnosis.Causes.Should().ContainSingle().Subject.Finding;
        cause.Code.Should().Be(code, cause.ToString());
        return cause;
    }
}
