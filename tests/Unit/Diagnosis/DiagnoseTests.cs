using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis;

/// <summary>Deployments that somebody else ran, on the simulator.</summary>
public sealed class DiagnoseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Diagnose_CodeDeployByServiceAndId_NamesTheCauseWithItsEvidence()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        var id = await BreakAsync(bench, image => image.PullError = "manifest unknown");

        var byService = await bench.Deployer.DiagnoseAsync(bench.Service.Reference, Token);
        var byId = await bench.Deployer.DiagnoseAsync(id, Token);

        byId.Should().Be(byService);
        byService.Subject.Should().Be(id);
        var cause = byService.Causes[0];
        (cause.Finding.Code, cause.Confidence).Should().Be(("BG904", Confidence.Certain));
        cause.Finding.Evidence.Should().Contain("CannotPullContainerError: manifest unknown");
        byService.Causes.Select(one => one.Finding.Code).Should().Equal("BG904", "BG938");
        byService.Excluded.Should().Contain("The deployment watches no alarm.");
        byService.NotChecked.Should().BeEmpty();
    }

    [Fact]
    public async Task Diagnose_ARunningDeploymentWithoutProgress_IsExplained()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        bench.Simulator.Images[$"{bench.Service.Image}v2"] = new ImageBehavior { ExitCode = 3 };
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var diagnosis = await bench.Deployer.DiagnoseAsync(bench.Service.Reference, Token);

        diagnosis.Causes.Should().ContainSingle().Which.Finding.Code.Should().Be("BG903");
        diagnosis.Causes[0].Finding.Evidence.Should().Contain(line => line.StartsWith("log ", StringComparison.Ordinal) && line.Contains("exits with code 3", StringComparison.Ordinal));
        diagnosis.Reason.Should().BeNull();
    }

    [Fact]
    public async Task Diagnose_AServiceDeploymentByItsArn_NamesTheCause()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Images[$"{bench.Service.Image}v2"] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "broken") };
        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        var diagnosis = await bench.Deployer.DiagnoseAsync(result.DeploymentId, Token);

        diagnosis.Causes[0].Finding.Code.Should().Be("BG916");
        diagnosis.Reason.Should().Contain("circuit breaker");
        result.Diagnosis!.Causes.Select(cause => cause.Finding).Should().Equal(result.Findings);
        (await bench.Deployer.DiagnoseAsync(bench.Service.Reference, Token)).Subject.Should().Be(result.DeploymentId);
    }

    [Fact]
    public async Task Diagnose_ATaskSetThatDoesNotStart_IsExplained()
    {
        await using var bench = await ExternalService.CreateAsync();
        bench.Simulator.Images[$"{bench.Service.Image}v2"] = new ImageBehavior { PullError = "toomanyrequests: You have reached your pull rate limit." };
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(3));

        (await bench.Deployer.DiagnoseAsync(bench.Service.Reference, Token)).Causes.Should().ContainSingle().Which.Finding.Code.Should().Be("BG905");
    }

    [Fact]
    public async Task Diagnose_NothingFailed_SaysSo()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.Diagnosis.Should().BeNull();
        foreach (var subject in new[] { bench.Service.Reference, result.DeploymentId, "d-UNKNOWN00", "arn:aws:ecs:ap-northeast-1:123456789012:service-deployment/web/shop/unknown" })
        {
            (await FluentActions.Awaiting(() => bench.Deployer.DiagnoseAsync(subject, Token)).Should().ThrowAsync<NoFailedDeploymentException>()).Which.Message.Should().Contain(subject);
        }
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("bg-20261123T112407Z-1a2b3c4d")]
    [InlineData("arn:aws:s3:::bucket")]
    public async Task Diagnose_NeitherServiceNorDeployment_IsRefused(string text)
    {
        await using var bench = await CodeDeployService.CreateAsync();

        (await FluentActions.Awaiting(() => bench.Deployer.DiagnoseAsync(text, Token)).Should().ThrowAsync<ArgumentException>()).WithMessage("*d-1A2B3C4D5*");
    }

    [Theory]
    [InlineData("logs:*", "logs:GetLogEvents")]
    [InlineData("ecs:DescribeServices", "ecs:DescribeServices")]
    [InlineData("elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetGroups")]
    [InlineData("elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeRules")]
    [InlineData("codedeploy:GetDeploymentGroup", "codedeploy:GetDeploymentGroup")]
    [InlineData("codedeploy:BatchGetDeploymentTargets", "codedeploy:BatchGetDeploymentTargets")]
    [InlineData("ecs:DescribeTaskDefinition", "ecs:DescribeTaskDefinition")]
    public async Task Explain_ARefusal_IsNotedAndTheRestStands(string fault, string action)
    {
        await using var bench = await CodeDeployService.CreateAsync();
        bench.Simulator.Images[$"{bench.Service.Image}v2"] = new ImageBehavior { ExitCode = 3 };
        var (result, _) = await bench.RunAsync(bench.Service.Deploy(), happened => Refuse(bench, happened, fault));

        var diagnosis = result.Diagnosis!;

        diagnosis.NotChecked.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BG600" && finding.Severity == FindingSeverity.NotChecked && finding.Fix.Contains(action));
        diagnosis.Causes[0].Finding.Code.Should().Be("BG903");
    }

    [Fact]
    public async Task Explain_TasksRefused_LeavesWhatOthersTell()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        bench.Simulator.Images[$"{bench.Service.Image}v2"] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "broken") };
        var (result, _) = await bench.RunAsync(bench.Service.Deploy(), happened => Refuse(bench, happened, "ecs:ListTasks"));

        result.Diagnosis!.NotChecked.Should().ContainSingle().Which.Message.Should().Contain("the new version's tasks");
        result.Diagnosis.Causes[0].Finding.Code.Should().Be("BG916");
    }

    [Fact]
    public async Task Diagnose_AHookThatThrows_QuotesItsLog()
    {
        await using var bench = await CodeDeployService.CreateAsync();
        bench.Simulator.Functions["smoke-test"] = _ => throw new InvalidOperationException("no such table");
        var (result, _) = await bench.RunAsync(await bench.Service.WithHookAsync(bench, bench.Service.Deploy(), "smoke-test"));

        var cause = result.Findings[0];

        (cause.Code, cause.Subject).Should().Be(("BG932", "smoke-test"));
        cause.Evidence.Should().Contain(line => line.Contains("no such table", StringComparison.Ordinal));
        cause.Message.Should().Contain("AfterAllowTestTraffic");
    }

    // Only when the deployment goes back: before, the run itself needs what is refused.
    private static void Refuse(EngineBench bench, DeploymentEvent happened, string fault)
    {
        if (happened.Stage is Stage.RollBack or Stage.Finished)
        {
            bench.Simulator.Faults.On(fault).Fail("AccessDeniedException", "User: arn:aws:iam::123456789012:user/ci is not authorized to perform it.", 400);
        }
    }

    private static async Task<string> BreakAsync(EngineBench bench, Action<ImageBehavior> how)
    {
        var behavior = new ImageBehavior();
        how(behavior);
        bench.Simulator.Images[$"{bench.Service.Image}v2"] = behavior;
        await using var run = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.CodeDeploy.StopDeploymentAsync(new() { DeploymentId = run.ResumeToken.DeploymentId, AutoRollbackEnabled = true }, Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        return run.ResumeToken.DeploymentId;
    }
}
