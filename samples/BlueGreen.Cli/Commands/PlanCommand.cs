using System.CommandLine;
using Amazon.Runtime;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Cli.Commands;

/// <summary><c>plan</c>: tells what a deployment would do, and what was found, and starts nothing.</summary>
internal sealed class PlanCommand : Command
{
    private readonly DeployOptions _options = new();

    public PlanCommand()
        : base("plan", "Tells what a deployment would do, and starts nothing. Exits with 1 when it would fail.")
    {
        foreach (var option in _options.All)
        {
            Options.Add(option);
        }

        SetAction((arguments, cancellationToken) => PlanAsync(_options.Read(arguments), cancellationToken));
    }

    private static async Task<int> PlanAsync(DeployArguments arguments, CancellationToken cancellationToken)
    {
        var (deployment, format, endpoint, problems) = DeployInput.Read(arguments);
        if (deployment is null)
        {
            return Failure.Tell(ExitCode.BadInput, problems);
        }

        await using var services = AwsConnection.Connect(endpoint, AwsConnection.RegionOf(deployment, arguments.Region), TimeSpan.FromSeconds(arguments.PollInterval));
        try
        {
            var plan = await services.GetRequiredService<IDeployer>().PlanAsync(deployment, cancellationToken);
            if (format == ReportFormat.Text)
            {
                PlanReport.PrintSteps(plan);
            }

            Console.Write(FindingReport.Of(plan).To(format));
            return plan.CanStart ? ExitCode.Success : ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            return Failure.Tell(ExitCode.Canceled, "Cancelled; nothing has been changed.");
        }
        catch (Exception exception) when (exception is BlueGreenException or AmazonClientException)
        {
            return Failure.Tell(ExitCode.BadInput, exception.Message);
        }
    }
}
