namespace BlueGreen.Ecs.Tests.Unit.Values;

/// <summary>What errors and results say of themselves.</summary>
public sealed class MessageTests
{
    private static readonly DeploymentResult Result = new()
    {
        Outcome = DeploymentOutcome.Failed,
        DeploymentId = "d-ABC",
        TaskDefinitionArn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2",
        Last = new() { Status = DeploymentStatus.Failed, Stage = Stage.Finished },
    };

    [Fact]
    public void EnsureSucceeded_Succeeded_GivesTheResult()
    {
        var result = Result with { Outcome = DeploymentOutcome.Succeeded };

        result.EnsureSucceeded().Should().BeSameAs(result);
    }

    [Theory]
    [InlineData("The container does not exist.", "*d-ABC*Failed*The container does not exist.*")]
    [InlineData(null, "*d-ABC*Failed*no reason*")]
    public void EnsureSucceeded_Failed_ThrowsWithIdOutcomeAndReason(string? reason, string message) =>
        (Result with { Reason = reason }).Invoking(r => r.EnsureSucceeded()).Should().Throw<DeploymentFailedException>()
            .WithMessage(message).Which.Result.DeploymentId.Should().Be("d-ABC");

    [Theory]
    [InlineData(CancelPolicy.Leave, "*d-ABC*Leave*goes on by itself*")]
    [InlineData(CancelPolicy.StopAndRollBack, "*d-ABC*StopAndRollBack*not seen*ResumeAsync*")]
    public void DeploymentCanceled_WithoutResult_SaysWhatIsKnown(CancelPolicy policy, string message) =>
        new DeploymentCanceledException(policy, new("CodeDeploy", "web/shop", "d-ABC"), result: null, CancellationToken.None).Message.Should().Match(message);

    [Fact]
    public void DeploymentCanceled_WithResult_SaysHowItEnded() =>
        new DeploymentCanceledException(CancelPolicy.Stop, new("CodeDeploy", "web/shop", "d-ABC"), Result, CancellationToken.None).Message.Should().Match("*d-ABC*Stop*ended as Failed*");

    [Fact]
    public void AwsCall_WithAnswer_NamesOperationCodeRequestAndMessage() =>
        new AwsCallException("ecs:DescribeServices", "AccessDenied", "r-1", new InvalidOperationException("No permission.")).Message
            .Should().Match("ecs:DescribeServices*AccessDenied*No permission.*r-1*");

    [Fact]
    public void Finding_ToString_HasCodeSeveritySubjectMessageAndFix() =>
        new Finding("BG401", FindingSeverity.NotChecked, "web", "Not readable.", "Allow it.").ToString().Should().Be("BG401 not checked web: Not readable. Fix: Allow it.");

    [Fact]
    public void Preflight_Message_ListsErrorsOnly()
    {
        var plan = new DeploymentPlan
        {
            Deployment = new() { Service = ServiceReference.Parse("web/shop") },
            Service = new() { Reference = ServiceReference.Parse("web/shop"), Arn = "a", DeploymentController = "ECS", TaskDefinitionArn = "t" },
            Engine = "CodeDeploy",
            TaskDefinition = new() { Family = "web" },
            AppSpec = new() { ContainerName = "web", ContainerPort = 80 },
            Findings = [new("BG401", FindingSeverity.Error, "web", "Wrong pair.", "Mend it."), new("BG406", FindingSeverity.Warning, "web", "No rollback.", "Enable it.")],
        };

        plan.CanStart.Should().BeFalse();
        new PreflightException(plan).Message.Should().Contain("BG401").And.NotContain("BG406").And.Contain("not started");
    }

    [Fact]
    public void DeploymentEvent_ToString_IsOneLineWithTheSharesAndTasks() =>
        new DeploymentEvent
        {
            Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Stage = Stage.ProductionTraffic,
            Message = "production traffic moves",
            BluePercent = 90,
            GreenPercent = 10,
            BlueTasks = new(2, 2, 0),
            GreenTasks = new(2, 1, 1),
        }.ToString().Should().Be("03:04:05 ProductionTraffic blue  90 % 2/2   green  10 % 1/2   production traffic moves");
}
