using System.CommandLine;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Cli.Commands;

/// <summary><c>simulate</c>: serves the simulated AWS on loopback until it is told to stop.</summary>
internal sealed class SimulateCommand : Command
{
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1 that answers AWS calls; 0 for any that is free.",
        DefaultValueFactory = _ => 4566,
    };

    private readonly Option<bool> _seedEnvironment = new("--seed-environment")
    {
        Description = "Begin with the service web/labo-terraform-admin, image v1 running, ready to be deployed to by CodeDeploy: "
            + "production traffic on port 8080, test traffic on port 8081.",
    };

    private readonly Option<double> _timeScale = new("--time-scale")
    {
        Description = "How many simulated seconds pass in a real one, 1 to 10000; with 1, services take as long as AWS's.",
        DefaultValueFactory = _ => 60,
    };

    public SimulateCommand()
        : base("simulate", "Serves a simulated AWS on 127.0.0.1 until Ctrl-C. Prints one line of JSON when it is ready.")
    {
        Options.Add(_port);
        Options.Add(_seedEnvironment);
        Options.Add(_timeScale);
        SetAction((arguments, cancellationToken) => ServeAsync(
            arguments.GetValue(_port), arguments.GetValue(_seedEnvironment), arguments.GetValue(_timeScale), cancellationToken));
    }

    private static async Task<int> ServeAsync(int port, bool withSeedEnvironment, double timeScale, CancellationToken cancellationToken)
    {
        if (Check(port, timeScale) is { Count: > 0 } problems)
        {
            return Failure.Tell(ExitCode.BadInput, problems);
        }

        var options = new AwsSimulatorOptions { TimeScale = timeScale, RealTraffic = true, KeepListenerPorts = true };
        await using var aws = new AwsSimulator(options);
        try
        {
            var endpoint = await aws.ListenAsync(port, cancellationToken);
            var seed = withSeedEnvironment ? await SeedEnvironment.CreateAsync(aws, cancellationToken: cancellationToken) : null;
            Console.WriteLine(SimulatorReady.Of(endpoint, options.Account, seed).ToJson());
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (IOException exception)
        {
            return Failure.Tell(ExitCode.BadInput, $"{exception.Message} Stop what uses the port, or choose another with --port.");
        }
        catch (OperationCanceledException)
        {
            // To be told to stop is how serving ends.
        }

        return ExitCode.Success;
    }

    private static List<string> Check(int port, double timeScale)
    {
        var problems = new List<string>();
        if (port is < 0 or > 65535)
        {
            problems.Add($"--port: {port} is no port. Allowed is 0 to 65535.");
        }

        if (timeScale is not (>= 1 and <= 10_000))
        {
            problems.Add($"--time-scale: {timeScale} is outside of what is allowed, 1 to 10000.");
        }

        return problems;
    }
}
