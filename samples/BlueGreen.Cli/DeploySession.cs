using Amazon.Runtime;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Cli;

/// <summary>Plans, deploys, watches and reports one deployment.</summary>
internal sealed class DeploySession(IServiceProvider services, Deployment deployment, bool attach, ReportFormat format)
{
    private readonly ConsoleTimeline _timeline = new();

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var deployer = services.GetRequiredService<IDeployer>();
            var plan = await deployer.PlanAsync(deployment, cancellationToken);
            PlanReport.Print(plan);
            return Report(await ExecuteAsync(deployer, plan, cancellationToken));
        }
        catch (DeploymentCanceledException canceled)
        {
            return Failure.Tell(ExitCode.Canceled, canceled.Message);
        }
        catch (OperationCanceledException)
        {
            return Failure.Tell(ExitCode.Canceled, _timeline.HasBegun ? "Cancelled; the deployment goes on by itself." : "Cancelled; nothing has been changed.");
        }
        catch (PreflightException refused) when (format != ReportFormat.Text)
        {
            return Failure.Tell(_timeline.HasBegun ? ExitCode.NotDeployed : ExitCode.BadInput, FindingReport.Of(refused), format);
        }
        catch (Exception exception) when (exception is BlueGreenException or AmazonClientException)
        {
            return Failure.Tell(_timeline.HasBegun ? ExitCode.NotDeployed : ExitCode.BadInput, exception);
        }
    }

    private async Task<DeploymentResult> ExecuteAsync(IDeployer deployer, DeploymentPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await deployer.ExecuteAsync(plan, _timeline, cancellationToken);
        }
        catch (DeploymentInProgressException running) when (attach)
        {
            Console.WriteLine($"attached to {running.DeploymentId}, which is running already");
            return await AttachAsync(deployer, cancellationToken);
        }
        catch (PreflightException) when (attach)
        {
            // While a deployment moves the traffic, a plan may find errors that are none.
            return await AttachAsync(deployer, cancellationToken);
        }
    }

    private Task<DeploymentResult> AttachAsync(IDeployer deployer, CancellationToken cancellationToken) =>
        deployer.DeployAsync(deployment with { WhenRunning = ConcurrencyPolicy.Attach }, _timeline, cancellationToken);

    private int Report(DeploymentResult result)
    {
        var took = $"{result.Duration:hh\\:mm\\:ss}";
        if (result.Outcome == DeploymentOutcome.Succeeded)
        {
            Console.WriteLine($"deployed {result.TaskDefinitionArn} by {result.DeploymentId} in {took}");
            return ExitCode.Success;
        }

        if (format != ReportFormat.Text)
        {
            return Failure.Tell(ExitCode.NotDeployed, FindingReport.Of(result), format);
        }

        var ended = result.Outcome switch
        {
            DeploymentOutcome.RolledBack => $"rolled back, all traffic is on the old version{(result.RollBackId is { } id ? $" (by {id})" : "")}",
            DeploymentOutcome.TimedOut => "given up",
            _ => "failed, and nothing brought the traffic back",
        };
        return Failure.Tell(ExitCode.NotDeployed, [$"{result.DeploymentId} {ended}, after {took}: {result.Reason}", .. result.Findings.Select(finding => finding.ToString())]);
    }
}
