using BlueGreen.Ecs;

namespace BlueGreen.Cli;

/// <summary>Turns what <c>deploy</c> was told into a deployment, collecting every problem on the way.</summary>
internal static class DeployInput
{
    private static readonly Dictionary<string, string> OptionOfCall = new(StringComparer.Ordinal)
    {
        ["For"] = "--service",
        ["WithTaskDef"] = "--task-definition",
        ["WithImage"] = "--image",
        ["WithAppSpec"] = "--appspec",
        ["Suppress"] = "--suppress",
        ["WithCodeDeploy"] = "--application, --deployment-group",
    };

    /// <returns>The deployment, or <see langword="null"/> and at least one problem.</returns>
    public static (Deployment? Deployment, ReportFormat Format, Uri? Endpoint, IReadOnlyList<string> Problems) Read(DeployArguments arguments)
    {
        var problems = new List<string>();
        var builder = Deployment.For(arguments.Service)
            .WithTaskDef(arguments.TaskDefinition)
            .Shift(ReadShift(arguments.Shift, problems))
            .OnCancel(ReadPolicy(arguments.OnCancel, problems));
        builder = arguments.AppSpec is { } appSpec ? builder.WithAppSpec(appSpec) : builder;
        builder = WithImages(builder, arguments.Images, problems);
        builder = WithSuppressions(builder, arguments.Suppressed, problems);
        builder = WithCodeDeploy(builder, arguments, problems);
        builder = WithOrigin(builder, arguments);
        builder = WithApproval(builder, arguments.Approve, problems);
        var endpoint = AwsConnection.ReadEndpoint(arguments.EndpointUrl, problems);
        if (arguments.PollInterval is not (>= 0.1 and <= 300))
        {
            problems.Add($"--poll-interval: {arguments.PollInterval} seconds are outside of what is allowed, 0.1 to 300.");
        }

        var format = ReadFormat(arguments.Format, problems);
        List<string> missing = [.. Missing(arguments)];
        problems.AddRange(missing);
        var deployment = missing.Count > 0 ? null : Build(builder, problems);
        return (problems.Count > 0 ? null : deployment, format, endpoint, problems);
    }

    private static IEnumerable<string> Missing(DeployArguments arguments) =>
        new[] { ("--service", arguments.Service), ("--task-definition", arguments.TaskDefinition) }
            .Where(option => option.Item2.Length == 0)
            .Select(option => $"{option.Item1}: missing. Give it, or a file that says it with --settings.");

    // Who and from what, where a job of a pipeline says so; both stand in what AWS keeps of the deployment.
    private static DeploymentBuilder WithOrigin(DeploymentBuilder builder, DeployArguments arguments) =>
        arguments is { StartedBy: { } who } ? builder.StartedBy(who, arguments.Commit) : builder;

    private static TrafficShift ReadShift(string name, List<string> problems)
    {
        if (TrafficShift.FindPredefined(name) is { } shift)
        {
            return shift;
        }

        problems.Add($"--shift: there is no shift '{name}'. Allowed are {string.Join(", ", TrafficShift.Predefined)}.");
        return TrafficShift.AllAtOnce;
    }

    private static CancelPolicy ReadPolicy(string name, List<string> problems)
    {
        if (!Enum.TryParse<CancelPolicy>(name, ignoreCase: true, out var policy) || !Enum.IsDefined(policy))
        {
            problems.Add($"--on-cancel: there is no policy '{name}'. Allowed are {string.Join(", ", Enum.GetNames<CancelPolicy>())}.");
        }

        return policy;
    }

    private static ReportFormat ReadFormat(string name, List<string> problems)
    {
        if (ReportFormats.Find(name) is { } format)
        {
            return format;
        }

        problems.Add($"--format: there is no format '{name}'. Allowed are {string.Join(", ", ReportFormats.Names)}.");
        return ReportFormat.Text;
    }

    private static DeploymentBuilder WithImages(DeploymentBuilder builder, IReadOnlyList<string> images, List<string> problems)
    {
        foreach (var image in images)
        {
            if (image.Split('=', 2) is [var placeholder, var reference])
            {
                builder = builder.WithImage(placeholder, reference);
            }
            else
            {
                problems.Add($"--image: '{image}' names no placeholder. Allowed is PLACEHOLDER=IMAGE, such as IMAGE1_NAME=repository:v2.");
            }
        }

        return builder;
    }

    private static DeploymentBuilder WithSuppressions(DeploymentBuilder builder, IReadOnlyList<string> suppressed, List<string> problems)
    {
        foreach (var accepted in suppressed)
        {
            if (accepted.Split('=', 2) is [var code, var reason])
            {
                builder = builder.Suppress(code, reason);
            }
            else
            {
                problems.Add($"--suppress: '{accepted}' gives no reason. Allowed is CODE=REASON, such as \"BG133=the image is rebuilt nightly\".");
            }
        }

        return builder;
    }

    private static DeploymentBuilder WithCodeDeploy(DeploymentBuilder builder, DeployArguments arguments, List<string> problems)
    {
        switch (arguments.Application, arguments.DeploymentGroup)
        {
            case ({ } application, { } group):
                return builder.WithCodeDeploy(application, group);
            case (null, null):
                return builder;
            default:
                problems.Add("--application, --deployment-group: one of the two is missing. Give both, or neither for the names that AWS gives by default.");
                return builder;
        }
    }

    private static DeploymentBuilder WithApproval(DeploymentBuilder builder, bool isAsked, List<string> problems)
    {
        if (isAsked && Console.IsInputRedirected)
        {
            problems.Add("--approve: nobody can be asked, for the standard input is no terminal. Leave it out, or run the command in a terminal.");
        }

        return isAsked ? builder.Gate(Stage.TestTraffic, ManualApproval.AskedBy(ConsoleApproval.AskAsync)) : builder;
    }

    private static Deployment? Build(DeploymentBuilder builder, List<string> problems)
    {
        try
        {
            return builder.Build();
        }
        catch (DeploymentValidationException exception)
        {
            problems.AddRange(exception.Problems.Select(Describe));
            return null;
        }
    }

    private static string Describe(DeploymentProblem problem)
    {
        var call = problem.Call.Split('(')[0];
        var option = OptionOfCall.GetValueOrDefault(call, problem.Call);
        return (problem with { Call = option }).ToString();
    }
}
