using System.CommandLine;
using BlueGreen.Ecs;

namespace BlueGreen.Cli.Commands;

/// <summary>The options of <c>deploy</c> and <c>plan</c>: what is to be deployed, and where.</summary>
internal sealed class DeployOptions
{
    private readonly Option<string> _service = new("--service")
    {
        Description = "cluster/service, or a service ARN.",
        Required = true,
    };

    private readonly Option<string> _taskDefinition = new("--task-definition") { Description = "A taskdef.json.", Required = true };

    private readonly Option<string?> _appSpec = new("--appspec") { Description = "An appspec.yaml or .json. Default: made from the service." };

    private readonly Option<string[]> _images = new("--image")
    {
        Description = "PLACEHOLDER=IMAGE, such as IMAGE1_NAME=repository:v2: stands for <PLACEHOLDER> in the task definition. Can be repeated.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _shift = new("--shift")
    {
        Description = $"How traffic moves: {string.Join(", ", TrafficShift.Predefined)}.",
        DefaultValueFactory = _ => TrafficShift.AllAtOnce.ToString(),
    };

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

    private readonly Option<string?> _endpoint = new("--endpoint-url")
    {
        Description = "Where AWS is, such as http://127.0.0.1:4566. Default: AWS_ENDPOINT_URL, or AWS itself.",
        DefaultValueFactory = _ => AwsConnection.DefaultEndpoint,
    };

    private readonly Option<string?> _region = new("--region") { Description = "The region. Default: the ARN's, AWS_REGION, AWS_DEFAULT_REGION, or the profile's." };

    private readonly Option<string> _format = new("--format")
    {
        Description = $"How findings are written: {string.Join(", ", ReportFormats.Names)}.",
        DefaultValueFactory = _ => ReportFormats.Names[0],
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All =>
        [_service, _taskDefinition, _images, _appSpec, _shift, _application, _group, _startedBy, _commit, _suppressed, _format, _endpoint, _region];

    public DeployArguments Read(ParseResult arguments) => new()
    {
        Service = arguments.GetRequiredValue(_service),
        TaskDefinition = arguments.GetRequiredValue(_taskDefinition),
        Images = arguments.GetRequiredValue(_images),
        Suppressed = arguments.GetRequiredValue(_suppressed),
        AppSpec = arguments.GetValue(_appSpec),
        Shift = arguments.GetRequiredValue(_shift),
        Application = arguments.GetValue(_application),
        DeploymentGroup = arguments.GetValue(_group),
        StartedBy = arguments.GetValue(_startedBy),
        Commit = arguments.GetValue(_commit),
        Format = arguments.GetRequiredValue(_format),
        EndpointUrl = arguments.GetValue(_endpoint),
        Region = arguments.GetValue(_region),
    };
}
