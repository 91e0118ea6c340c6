using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;

public sealed class FlowTests
{
    [Theory]
    [InlineData("Approved", "Succeeded")]
    [InlineData("Rejected", "Failed")]
    public async Task Approval_Answered_GoesOnOrFails(string answer, string status)
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline(PipelineWorld.Source(), PipelineWorld.Approval());
        world.World.AdvanceUntil(() => world.LatestAction("Approve") is not null);
        world.World.Advance(TimeSpan.FromHours(1));
        world.LatestAction("Approve")!.Text("status").Should().Be("InProgress");

        Refused(() => Answer(world, answer, "no-such-token")).Should().Be("InvalidApprovalTokenException");
        var token = world.LatestAction("Approve")!.Text("token")!;
        Answer(world, answer, token);

        world.Executions()[0].Text("status").Should().Be(status);
        world.LatestAction("Approve")!.Text("summary").Should().Be("seen");
        Refused(() => Answer(world, answer, token)).Should().Be("ApprovalAlreadyCompletedException");
    }

    [Fact]
    public async Task Approval_NobodyAnswers_FailsAfterSevenDays()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline(PipelineWorld.Source(), PipelineWorld.Approval());

        world.World.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        world.Executions()[0].Text("status").Should().Be("InProgress");
        world.World.Advance(TimeSpan.FromMinutes(2));

        world.Executions()[0].Text("status").Should().Be("Failed");
    }

    [Fact]
    public async Task Superseded_NewerOvertakesTheOneThatWaits_NotTheOneInside()
    {
        await using var world = await Waiting();
        var second = world.Start();
        world.World.Advance(TimeSpan.FromMinutes(1));
        world.State("Approve").Object("inboundExecution")!.Text("pipelineExecutionId").Should().Be(second);
        var third = world.Start();
        world.World.Advance(TimeSpan.FromMinutes(1));

        world.Executions().Select(one => one.Text("status")).Should().Equal("InProgress", "Superseded", "InProgress");
        Answer(world, "Approved", world.LatestAction("Approve")!.Text("token")!);
        world.World.Advance(TimeSpan.FromMinutes(1));

        world.State("Approve").Object("latestExecution")!.Text("pipelineExecutionId").Should().Be(third);
        world.Executions()[2].Text("status").Should().Be("Succeeded");
    }

    [Fact]
    public async Task Queued_EveryExecutionGetsItsTurn()
    {
        await using var world = await Waiting("QUEUED");
        var second = world.Start();
        world.Start();
        world.World.Advance(TimeSpan.FromMinutes(1));

        Answer(world, "Approved", world.LatestAction("Approve")!.Text("token")!);
        world.World.Advance(TimeSpan.FromMinutes(1));

        world.State("Approve").Object("latestExecution")!.Text("pipelineExecutionId").Should().Be(second);
        world.Executions().Select(one => one.Text("status")).Should().Equal("InProgress", "InProgress", "Succeeded");
    }

    [Fact]
    public async Task Parallel_ExecutionsShareAStage()
    {
        await using var world = await Waiting("PARALLEL");
        var second = world.Start();
        world.World.Advance(TimeSpan.FromMinutes(1));

        world.State("Approve").Object("latestExecution")!.Text("pipelineExecutionId").Should().Be(second);
        world.Executions().Select(one => one.Text("status")).Should().Equal("InProgress", "InProgress");
    }

    [Fact]
    public async Task Retry_FailedActions_RunsTheStageAgainWithItsArtifacts()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.World.Simulator.DockerHubLimitReached = true;
        world.Push(("buildspec.yml", PipelineWorld.AnonymousBuildSpec));
        world.CreatePipeline();
        world.Finish().Should().Be("Failed");
        var failed = world.Executions()[0].Text("pipelineExecutionId")!;
        Refused(() => Retry(world, failed, "Source")).Should().Be("StageNotRetryableException");
        Refused(() => Retry(world, "another", "Build")).Should().Be("NotLatestPipelineExecutionException");

        world.World.Simulator.DockerHubLimitReached = false;
        Retry(world, failed, "Build");

        world.Status(failed).Should().Be("InProgress");
        world.Finish().Should().Be("Succeeded");
        world.Executions().Should().ContainSingle();
        world.State("Build").Object("retryStageMetadata")!.Int("manualStageRetryAttempt").Should().Be(1);
    }

    [Fact]
    public async Task Stop_Waiting_EndsWhenTheActionHasEnded()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline();
        world.World.AdvanceUntil(() => world.LatestAction("Build") is not null);
        var id = world.Executions()[0].Text("pipelineExecutionId")!;

        Stop(world, id);

        world.Status(id).Should().Be("Stopping");
        Refused(() => Stop(world, id)).Should().Be("DuplicatedStopRequestException");
        world.Finish().Should().Be("Stopped");
        world.LatestAction("Build")!.Text("status").Should().Be("Succeeded");
        world.LatestAction("Deploy").Should().BeNull();
        Refused(() => Stop(world, id)).Should().Be("PipelineExecutionNotStoppableException");
        world.Executions()[0].Object("stopTrigger")!.Text("reason").Should().Be("enough");
    }

    [Fact]
    public async Task Stop_Abandoning_TheDeploymentGoesOn()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline();
        world.World.AdvanceUntil(() => world.LatestAction("Deploy")?.Text("externalExecutionId") is not null);
        var (id, deployment) = (world.Executions()[0].Text("pipelineExecutionId")!, world.LatestAction("Deploy")!.Text("externalExecutionId")!);

        Stop(world, id, abandon: true);

        world.Status(id).Should().Be("Stopped");
        world.LatestAction("Deploy")!.Text("status").Should().Be("Abandoned");
        world.World.Finish(deployment).Text("status").Should().Be("Succeeded");
        world.Page().Should().Contain("version v3");
        world.Status(id).Should().Be("Stopped");
    }

    [Fact]
    public async Task Transition_Disabled_HoldsExecutionsBack()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline(PipelineWorld.Source(), PipelineWorld.Approval());
        var transition = new JsonObject { ["pipelineName"] = PipelineWorld.Name, ["stageName"] = "Approve", ["transitionType"] = "Inbound" };
        world.Call("codepipeline.DisableStageTransition", new JsonObject([.. transition.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())), KeyValuePair.Create("reason", (JsonNode?)"freeze")]));
        world.World.Advance(TimeSpan.FromMinutes(5));
        world.LatestAction("Approve").Should().BeNull();
        world.State("Approve").Object("inboundTransitionState")!.Text("disabledReason").Should().Be("freeze");

        world.Call("codepipeline.EnableStageTransition", transition);

        world.LatestAction("Approve")!.Text("status").Should().Be("InProgress");
    }

    [Fact]
    public async Task Delete_WhileABuildRuns_NothingFollows()
    {
        await using var world = await PipelineWorld.CreateAsync();
        world.Push();
        world.CreatePipeline();
        world.World.AdvanceUntil(() => world.LatestAction("Build") is not null);

        world.Call("codepipeline.DeletePipeline", new() { ["name"] = PipelineWorld.Name });
        world.World.Advance(TimeSpan.FromHours(1));

        world.LatestBuild().Text("buildStatus").Should().Be("SUCCEEDED");
        world.Page().Should().Contain("version v1");
        Refused(() => world.Executions()).Should().Be("PipelineNotFoundException");
    }

    private static async Task<PipelineWorld> Waiting(string mode = "SUPERSEDED")
    {
        var world = await PipelineWorld.CreateAsync();
        world.Push();
        var declaration = PipelineWorld.Declaration(PipelineWorld.Source(), PipelineWorld.Approval());
        declaration["executionMode"] = mode;
        declaration["pipelineType"] = "V2";
        world.Declare(declaration);
        world.World.AdvanceUntil(() => world.LatestAction("Approve") is not null);
        return world;
    }

    private static void Answer(PipelineWorld world, string status, string token) => world.Call("codepipeline.PutApprovalResult", new()
    {
        ["pipelineName"] = PipelineWorld.Name,
        ["stageName"] = "Approve",
        ["actionName"] = "Ask",
        ["result"] = new JsonObject { ["summary"] = "seen", ["status"] = status },
        ["token"] = token,
    });

    private static void Retry(PipelineWorld world, string id, string stage) => world.Call("codepipeline.RetryStageExecution", new()
    {
        ["pipelineName"] = PipelineWorld.Name,
        ["stageName"] = stage,
        ["pipelineExecutionId"] = id,
        ["retryMode"] = "FAILED_ACTIONS",
    });

    private static void Stop(PipelineWorld world, string id, bool abandon = false) => world.Call("codepipeline.StopPipelineExecution", new()
    {
        ["pipelineName"] = PipelineWorld.Name,
        ["pipelineExecutionId"] = id,
        ["abandon"] = abandon,
        ["reason"] = "enough",
    });

    private static string Refused(Action call) => call.Should().Throw<AwsErrorException>().Which.Code;
}
