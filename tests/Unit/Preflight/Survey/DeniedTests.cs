using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>Whoever may not look is told so, and what for; nobody is kept from deploying by it.</summary>
public sealed class DeniedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Check_AsAPrincipalThatMayReadNothing_FinishesAndNamesTheActions()
    {
        await using var bench = await SurveyBench.CreateAsync();
        bench.Simulator.Faults.On("*").Fail("AccessDeniedException", "User is not authorized");

        var report = await CheckAsync(bench);

        output.WriteLine($"a principal that may read nothing: {report.Findings.Count} findings, all not checked, naming {report.Findings.Select(finding => finding.Fix.Split(' ')[1]).Distinct(StringComparer.Ordinal).Count()} IAM actions");
        report.CanStart.Should().BeFalse();
        report.Findings.Should().OnlyContain(finding => finding.Severity == FindingSeverity.NotChecked);
        string.Join('\n', report.Findings).Should().ContainAll(
            "ecs:DescribeServices", "codedeploy:GetDeploymentGroup", "ecr:BatchGetImage", "iam:GetRole", "iam:SimulatePrincipalPolicy", "logs:DescribeLogGroups", "sts:GetCallerIdentity");
    }

    [Fact]
    public async Task Plan_WhereNothingAroundMayBeRead_CanStart()
    {
        await using var bench = await SurveyBench.CreateAsync();
        foreach (var service in new[] { "iam", "ec2", "ecr", "logs", "sts", "application-autoscaling", "elbv2:DescribeTargetGroups", "elbv2:DescribeTargetHealth" })
        {
            bench.Simulator.Faults.On(service.Contains(':', StringComparison.Ordinal) ? service : $"{service}:*").Fail("AccessDeniedException", "User is not authorized");
        }

        var report = await CheckAsync(bench);

        report.CanStart.Should().BeTrue();
        report.Findings.Should().OnlyContain(finding => finding.Severity == FindingSeverity.NotChecked);
        report.Findings.Where(finding => finding.Code == "BG600").Select(finding => finding.Fix).Should().Contain(
            ["Allow ec2:DescribeSubnets to whoever deploys.", "Allow ec2:DescribeSecurityGroups to whoever deploys.", "Allow elasticloadbalancing:DescribeTargetHealth to whoever deploys."]);
    }

    [Fact]
    public async Task Plan_WhereALookFails_TellsThatItMayBeTriedAgain()
    {
        await using var bench = await SurveyBench.CreateAsync();
        bench.Simulator.Faults.On("ec2:DescribeSubnets").Fail(503);

        (await CheckAsync(bench)).Findings.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BG600" && finding.Fix.Contains("Try again"));
    }

    private static async Task<PreflightReport> CheckAsync(SurveyBench bench) =>
        await bench.Simulator.Clock.DriveAsync(bench.Deployer.CheckAsync(TestBench.Deploy().Build(), TestContext.Current.CancellationToken));
}
