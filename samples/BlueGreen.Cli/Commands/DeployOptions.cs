using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using BlueGreen.Ecs;

namespace BlueGreen.Cli.Commands;

/// <summary>The options of <c>deploy</c> and <c>plan</c>: what is to be deployed, and where.</summary>
internal sealed class DeployOptions
{
    private readonly Option<DeploySettings?> _settings = new("--settings")
    {
        Description = "A bluegreen.json as import writes it, for service, files, shift and names. What an option says besides goes before it.",
        CustomParser = ReadSettings,
    };

    private readonly Option<string?> _service = new("--service") { Description = "cluster/service, or a service ARN." };

    private readonly Option<string?> _taskDefinition = new("--task-definition") { Description = "A taskdef.json." };

    private readonly Option<string?> _appSpec = new("--appspec") { Description = "An appspec.yaml or .json. Default: made from the service." };

    private readonly Option<string[]> _images = new("--image")
    {
        Description = "PLACEHOLDER=IMAGE, such as IMAGE1_NAME=repository:v2: stands for <PLACEHOLDER> in the task definition. Can be repeated.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _shift = new("--shift") { Description = $"How traffic moves: {string.Join(", ", TrafficShift.Predefined)}. Default: {TrafficShift.AllAtOnce}." };

    private readonly Option<string?> _application = new("--application") { Description = "The CodeDeploy application. Default: AppECS-cluster-service." };

    private readonly Option<string?> _group = new("--deployment-group") { Description = "The CodeDeploy deployment group. Default: DgpECS-cluster-service." };

    private readonly Option<string?> _startedBy = new("--started-by")
    {
        Description = "Who deploys, for the description that AWS keeps. Default: the user of this process and the machine.",
        DefaultValueFactory = _ => $"{Environment.UserName}@{Environment.MachineName}",
    };

    private readonly Option<string?> _commit = new("--commit") { Description = "The commit that the image is made from, for the description that AWS keeps." };

    private readonly Option<string[]> _suppressed = new("--suppress")
    {
        Description = "CODE=REASON, such as \"BG133=the image is rebuilt nightly\": accepts findings of that code, and still tells them. Can be repeated.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _endpoint = AwsConnection.EndpointOption();

    private readonly Option<string?> _region = AwsConnection.RegionOption();

    private readonly Option<string> _format = new("--format")
    {
        Description = $"How findings are written: {string.Join(", ", ReportFormats.Names)}.",
        DefaultValueFactory = _ => ReportFormats.Names[0],
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All =>
        [_settings, _service, _taskDefinition, _images, _appSpec, _shift, _application, _group, _startedBy, _commit, _suppressed, _format, _endpoint, _region];

    public DeployArguments Read(ParseResult arguments)
    {
        var settings = arguments.GetValue(_settings);
        return new()
        {
            Service = arguments.GetValue(_service) ?? settings?.Service ?? string.Empty,
            TaskDefinition = arguments.GetValue(_taskDefinition) ?? settings?.TaskDefinition ?? string.Empty,
            Images = arguments.GetRequiredValue(_images),
            Suppressed = arguments.GetRequiredValue(_suppressed),
            AppSpec = arguments.GetValue(_appSpec) ?? settings?.AppSpec,
            Shift = arguments.GetValue(_shift) ?? settings?.Shift ?? TrafficShift.AllAtOnce.ToString(),
            Application = arguments.GetValue(_application) ?? settings?.Application,
            DeploymentGroup = arguments.GetValue(_group) ?? settings?.DeploymentGroup,
            StartedBy = arguments.GetValue(_startedBy),
            Commit = arguments.GetValue(_commit),
            Format = arguments.GetRequiredValue(_format),
            EndpointUrl = arguments.GetValue(_endpoint),
            Region = arguments.GetValue(_region),
        };
    }

    private static DeploySettings? ReadSettings(ArgumentResult argument)
    {
        var path = argument.Tokens[0].Value;
        try
        {
            return DeploySettings.Load(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            argument.AddError($"--settings: {path} cannot be read: {exception.Message}");
            return null;
        }
    }
}
