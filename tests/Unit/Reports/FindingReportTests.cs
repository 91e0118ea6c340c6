using BlueGreen.Ecs.Reports;
using BlueGreen.Ecs.Tests.Unit.Snippets;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Reports;

/// <summary>Reports as docs/reports.md shows them.</summary>
public sealed class FindingReportTests
{
    private static readonly FindingReport Report = FindingReport.Of("web/shop", ReportSnippets.Findings);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public void Page_ShowsWhatIsWritten(string format)
    {
        var page = File.ReadAllText(Path.Combine(Repository.RequireRoot(), "docs", "reports.md"));
        var written = format switch
        {
            "json" => Report.ToJson(),
            "markdown" => Report.ToMarkdown("https://example.com/findings/{code}"),
            _ => Report.ToText(),
        };

        page.Should().Contain($"````{format}\n{written}````\n");
    }

    [Fact]
    public void Page_DescribesEveryMember()
    {
        var page = File.ReadAllText(Path.Combine(Repository.RequireRoot(), "docs", "reports.md"));
        var diagnosis = FindingReport.Of(new FailureDiagnosis { Subject = "d-1", Reason = "no", Causes = [new(ReportSnippets.Findings[0], Confidence.Likely)], Excluded = ["No alarm is red."] });

        string[] members = [.. new[] { Report.ToJson(), diagnosis.ToJson() }.SelectMany(json => json.Split('\n')).Where(line => line.Contains("\":", StringComparison.Ordinal)).Select(line => line.Split('"')[1]).Distinct(StringComparer.Ordinal), "canStart"];

        members.Should().HaveCountGreaterThan(20).And.OnlyContain(member => page.Contains($"`{member}` |", StringComparison.Ordinal) || page.Contains($".{member}` |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docs/findings.md")]
    [InlineData("javascript:alert('{code}')")]
    [InlineData("")]
    public void Markdown_AddressThatIsNone_IsRefused(string address) => Report.Invoking(report => report.ToMarkdown(address)).Should().Throw<ArgumentException>().WithMessage("*is no address of codes*");

    [Fact]
    public void Of_ARefusalOfTwo_HasASectionForEach()
    {
        var plan = new DeploymentPlan
        {
            Deployment = Deployment.For("web/shop").WithTaskDef(running => running).Build(),
            Service = new() { Reference = ServiceReference.Parse("web/shop"), Arn = "arn", DeploymentController = "CODE_DEPLOY", TaskDefinitionArn = "arn" },
            Engine = "CodeDeploy",
            TaskDefinition = new() { Family = "shop" },
            Findings = ReportSnippets.Findings.ToEquatableArray(),
        };

        var report = FindingReport.Of(new PreflightException([plan, plan with { Service = plan.Service with { Reference = ServiceReference.Parse("web/api") } }]));

        report.ToText().Should().Contain("web/shop: the deployment would fail\n").And.Contain("web/api: the deployment would fail\n").And.EndWith("errors: 2, warnings: 0, not checked: 0, notes: 2, suppressed: 2\n");
        report.ToJson().Should().Contain("\"canStart\": false").And.Contain("\"kind\": \"plan\"");
    }
}
