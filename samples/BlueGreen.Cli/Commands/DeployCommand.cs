using System.CommandLine;
using BlueGreen.Ecs;

namespace BlueGreen.Cli.Commands;

/// <summary><c>deploy</c>: plans a deployment, runs it, and watches it to its end.</summary>
internal sealed class DeployCommand : Command
{
    private const string Summary = """
        Deploys a new version of a service, and watches it to its end.

        Exit codes:
          0    deployed
          1    bad input, or the deployment would fail; nothing has been started
          3    failed or rolled back
          130  cancelled, and the cancel policy carried out
        """;

    private readonly DeployOptions _options = new();

    private readonly Option<bool> _attach = new("--attach")
    {
        Description = "When a deployment of the service is running already, watch that one instead; one of the same version is gone on with, as when a job is run again.",
    };

    private readonly Option<bool> _approve = new("--approve")
    {
        Description = "Ask on this terminal, before production traffic moves, whether the deployment goes on. An hour without an answer rolls it back.",
    };

    private readonly Option<string> _onCancel = new("--on-cancel")
    {
        Description = $"What Ctrl-C does to the deployment: {string.Join(", ", Enum.GetNames<CancelPolicy>())}.",
        DefaultValueFactory = _ => nameof(CancelPolicy.StopAndRollBack),
    };

    private readonly Option<double> _pollInterval = new("--poll-interval")
    {
        Description = "The pause between two looks at the deployment while it may change at any moment, in seconds, 0.1 to 300.",
        DefaultValueFactory = _ => 1,
    };

    public DeployCommand()
        : base("deploy", Summary)
    {
        foreach (var option in _options.All.Concat([_attach, _approve, _onCancel, _pollInterval]))
        {
            Options.Add(option);
        }

        SetAction((arguments, cancellationToken) => DeployAsync(Read(arguments), cancellationToken));
    }

    private static async Task<int> DeployAsync(DeployArguments arguments, CancellationToken cancellationToken)
    {
        var (deployment, format, endpoint, problems) = DeployInput.Read(arguments);
        if (deployment is null)
        {
            return Failure.Tell(ExitCode.BadInput, problems);
        }

        await using var services = AwsConnection.Connect(endpoint, AwsConnection.RegionOf(deployment, arguments.Region), TimeSpan.FromSeconds(arguments.PollInterval));
        return await new DeploySession(services, deployment, arguments.Attach, format).RunAsync(cancellationToken);
    }

    private DeployArguments Read(ParseResult arguments) => _options.Read(arguments) with
    {
        Attach = arguments.GetValue(_attach),
        Approve = arguments.GetValue(_approve),
        OnCancel = arguments.GetRequiredValue(_onCancel),
        PollInterval = arguments.GetValue(_pollInterval),
    };
}
