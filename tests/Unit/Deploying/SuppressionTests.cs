namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Findings that are accepted are told, and stop nothing.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public async Task Deploy_ErrorIsSuppressed_IsToldAndDeployed()
    {
        await using var bench = await TestBench.CreateAsync(options: null, new NoFridays("BG190", FindingSeverity.Error), new NoFridays("BG191", FindingSeverity.Warning));
        (await FluentActions.Awaiting(() => bench.RunAsync(TestBench.Deploy().Suppress("BG191", "a warning"))).Should().ThrowAsync<PreflightException>())
            .Which.Message.Should().Contain("BG190").And.NotContain("BG191");

        var accepting = TestBench.Deploy().Suppress("BG190", because: "it is a Monday");
        var plan = await bench.Deployer.PlanAsync(accepting.Build(), TestContext.Current.CancellationToken);

        plan.CanStart.Should().BeTrue();
        plan.Findings.Where(finding => finding.SuppressedBecause is not null).Should().ContainSingle().Which.ToString().Should().Be("BG190 error (suppressed: it is a Monday) web: It is Friday. Fix: Wait.");
        (await bench.RunAsync(accepting)).Result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public async Task Plan_SuppressionMeetsNothing_IsANote()
    {
        await using var bench = await TestBench.CreateAsync();

        var plan = await bench.Deployer.PlanAsync(TestBench.Deploy().Suppress("BG133", "the image is rebuilt nightly").Build(), TestContext.Current.CancellationToken);

        plan.Findings.Should().ContainSingle().Which.Should().Match<Finding>(note => note.Code == "BG105" && note.Severity == FindingSeverity.Note && note.Subject == "BG133" && !note.PreventsStart);
    }

    [Fact]
    public async Task Plan_TheNoteItselfIsSuppressed_NeverMissesAFinding()
    {
        await using var bench = await TestBench.CreateAsync();
        var tidy = TestBench.Deploy().Suppress("BG105", "suppressions are shared by all services");

        (await bench.Deployer.PlanAsync(tidy.Build(), TestContext.Current.CancellationToken)).Findings.Should().BeEmpty();
        (await bench.Deployer.PlanAsync(tidy.Suppress("BG133", "nightly").Build(), TestContext.Current.CancellationToken)).Findings
            .Should().ContainSingle().Which.SuppressedBecause.Should().Be("suppressions are shared by all services");
    }

    private sealed class NoFridays(string code, FindingSeverity severity) : IDocumentRule
    {
        public IEnumerable<Finding> Check(DocumentSet documents) => [new(code, severity, "web", "It is Friday.", "Wait.")];
    }
}
