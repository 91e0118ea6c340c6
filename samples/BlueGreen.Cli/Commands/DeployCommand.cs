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

    private readonly Option<double> _pollInterval = new("--poll-interval")
    {
        Description = "The pause between two looks at the deployment while it may change at any moment, in seconds, 0.1 to 300.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _region = new("--region") { Description = "The region. Default: the ARN's, AWS_REGION, AWS_DEFAULT_REGION, or the profile's." };

    public DeployCommand()
        : base("deploy", Summary)
    {
        Option[] options = [_service, _taskDefinition, _images, _appSpec, _shift, _application, _group, _startedBy, _commit, _attach, _approve, _suppressed, _onCancel, _pollInterval, _endpoint, _region];
        foreach (var option in options)
        {
            Options.Add(option);
        }

        SetAction((arguments, cancellationToken) => DeployAsync(Read(arguments), cancellationToken));
    }

    private static async Task<int> DeployAsync(DeployArguments arguments, CancellationToken cancellationToken)
    {
        var (deployment, endpoint, problems) = DeployInput.Read(arguments);
        if (deployment is null)
        {
            return Failure.Tell(ExitCode.BadInput, problems);
        }

        var region = arguments.Region ?? deployment.Service.Region ?? AwsConnection.DefaultRegion;
        await using var services = AwsConnection.Connect(endpoint, region, TimeSpan.FromSeconds(arguments.PollInterval));
        return await new DeploySession(services, deployment, arguments.Attach).RunAsync(cancellationToken);
    }

    private DeployArguments Read(ParseResult arguments) => new()
    {
        Service = arguments.GetRequiredValue(_service),
        TaskDefinition = arguments.GetRequiredValue(_taskDefinition),
        Images = arguments.GetRequiredValue(_images),
        AppSpec = arguments.GetValue(_appSpec),
        Shift = arguments.GetRequiredValue(_shift),
        Application = arguments.GetValue(_application),
        DeploymentGroup = arguments.GetValue(_group),
        StartedBy = arguments.GetValue(_startedBy),
        Commit = arguments.GetValue(_commit),
        Attach = arguments.GetValue(_attach),
        Approve = arguments.GetValue(_approve),
        Suppressed = arguments.GetRequiredValue(_suppressed),
        OnCancel = arguments.GetRequiredValue(_onCancel),
        PollInterval = arguments.GetValue(_pollInterval),
        EndpointUrl = arguments.GetValue(_endpoint),
        Region = arguments.GetValue(_region),
    };
}
