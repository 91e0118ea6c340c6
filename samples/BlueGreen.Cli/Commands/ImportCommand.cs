using System.CommandLine;
using Amazon.Runtime;
using BlueGreen.Ecs;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Cli.Commands;

/// <summary><c>import</c>: writes the files with which a running service is deployed.</summary>
internal sealed class ImportCommand : Command
{
    private readonly Option<string> _service = new("--service") { Description = "cluster/service, or a service ARN.", Required = true };

    private readonly Option<string> _directory = new("--directory")
    {
        Description = "Where the files are written.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files that are there." };
    private readonly Option<string?> _endpoint = AwsConnection.EndpointOption();
    private readonly Option<string?> _region = AwsConnection.RegionOption();

    public ImportCommand()
        : base("import", "Writes taskdef.json, appspec.yaml and bluegreen.json of a service that runs, and tells what they cannot hold.")
    {
        foreach (var option in (Option[])[_service, _directory, _overwrite, _endpoint, _region])
        {
            Options.Add(option);
        }

        SetAction(ImportAsync);
    }

    private async Task<int> ImportAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (ServiceReference.TryParse(arguments.GetRequiredValue(_service)) is not { } service)
        {
            return Failure.Tell(ExitCode.BadInput, $"--service: '{arguments.GetRequiredValue(_service)}' is neither cluster/service nor a service ARN.");
        }

        var problems = new List<string>();
        var endpoint = AwsConnection.ReadEndpoint(arguments.GetValue(_endpoint), problems);
        if (problems.Count > 0)
        {
            return Failure.Tell(ExitCode.BadInput, problems);
        }

        await using var services = AwsConnection.Connect(endpoint, arguments.GetValue(_region) ?? service.Region ?? AwsConnection.DefaultRegion, TimeSpan.FromSeconds(1));
        try
        {
            var imported = await services.GetRequiredService<IProvisioner>().ImportAsync(service, cancellationToken: cancellationToken);
            foreach (var path in await imported.WriteToAsync(arguments.GetRequiredValue(_directory), arguments.GetValue(_overwrite), cancellationToken))
            {
                Console.WriteLine(path);
            }

            foreach (var note in imported.NotCarried)
            {
                Console.WriteLine($"not carried: {note}");
            }

            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            return Failure.Tell(ExitCode.Canceled, "Cancelled.");
        }
        catch (Exception exception) when (exception is BlueGreenException or AmazonClientException or IOException or UnauthorizedAccessException)
        {
            return Failure.Tell(ExitCode.BadInput, exception.Message);
        }
    }
}
