using System.CommandLine;
using System.Globalization;
using System.Net;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Cli.Commands;

/// <summary><c>simulate</c>: serves the simulated AWS until it is told to stop.</summary>
internal sealed class SimulateCommand : Command
{
    private const string TimeScaleVariable = "BLUEGREEN_TIME_SCALE";

    private readonly Option<string> _host = new("--host")
    {
        Description = "The address that answers AWS calls, such as 0.0.0.0 for all of this machine's. Load balancers always listen on 127.0.0.1.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port that answers AWS calls; 0 for any that is free.",
        DefaultValueFactory = _ => 4566,
    };

    private readonly Option<bool> _seedEnvironment = new("--seed-environment")
    {
        Description = "Begin with the service web/labo-terraform-admin, image v1 running, ready to be deployed to by CodeDeploy: "
            + "production traffic on port 8080, test traffic on port 8081.",
    };

    private readonly Option<bool> _virtualTraffic = new("--virtual-traffic")
    {
        Description = "Load balancers and containers open no ports; their health checks and deployments go on all the same.",
    };

    private readonly Option<string> _timeScale = new("--time-scale")
    {
        Description = "How many simulated seconds pass in a real one, 1 to 10000; with 1, services take as long as AWS's.",
        DefaultValueFactory = _ => EnvironmentVariable.Find(TimeScaleVariable) ?? "60",
    };

    public SimulateCommand()
        : base("simulate", "Serves a simulated AWS until Ctrl-C. Prints one line of JSON when it is ready.")
    {
        Options.Add(_host);
        Options.Add(_port);
        Options.Add(_seedEnvironment);
        Options.Add(_virtualTraffic);
        Options.Add(_timeScale);
        SetAction(ServeAsync);
    }

    private async Task<int> ServeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var (host, port, timeScale) = (ReadHost(arguments, problems), ReadPort(arguments, problems), ReadTimeScale(arguments, problems));
        if (problems.Count > 0)
        {
            return Failure.Tell(ExitCode.BadInput, problems);
        }

        var isReal = !arguments.GetValue(_virtualTraffic);
        var options = new AwsSimulatorOptions { TimeScale = timeScale, RealTraffic = isReal, KeepListenerPorts = isReal };
        await using var aws = new AwsSimulator(options);
        try
        {
            var endpoint = await aws.ListenOnAsync(host, port, cancellationToken);
            var seed = arguments.GetValue(_seedEnvironment) ? await SeedEnvironment.CreateAsync(aws, cancellationToken: cancellationToken) : null;
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

    private IPAddress ReadHost(ParseResult arguments, List<string> problems)
    {
        var text = arguments.GetValue(_host);
        if (!IPAddress.TryParse(text, out var host))
        {
            problems.Add($"--host: {text} is no IP address. Allowed are 0.0.0.0 for all addresses of this machine, 127.0.0.1, or one that it has.");
        }

        return host ?? IPAddress.Loopback;
    }

    private int ReadPort(ParseResult arguments, List<string> problems)
    {
        var port = arguments.GetValue(_port);
        if (port is < 0 or > 65535)
        {
            problems.Add($"--port: {port} is no port. Allowed is 0 to 65535.");
        }

        return port;
    }

    private double ReadTimeScale(ParseResult arguments, List<string> problems)
    {
        var text = arguments.GetValue(_timeScale);
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var scale) || scale is not (>= 1 and <= 10_000))
        {
            problems.Add($"--time-scale, or {TimeScaleVariable}: {text} is outside of what is allowed, 1 to 10000.");
        }

        return scale;
    }
}
