using System.Net;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Preflight.Survey;
using BlueGreen.Ecs.Provisioning;

namespace BlueGreen.Ecs;

/// <summary>Turns a draft into an environment, collecting every problem on the way.</summary>
internal sealed class EnvironmentAssembly(EnvironmentDraft draft)
{
    private const int LongestTagValue = 256;

    private readonly List<DeploymentProblem> _problems = [];

    public BlueGreenEnvironment Assemble()
    {
        _problems.AddRange(EnvironmentRules.CheckNames(draft));
        var document = ReadTaskDefinition();
        var definition = document is null ? null : WithLogs(document.Content);
        var container = definition is null ? null : FindContainer(definition);
        _problems.AddRange(EnvironmentRules.CheckSettings(draft));
        var pipeline = draft.Pipeline is { } described ? new PipelineAssembly(draft, described, _problems).Assemble(document) : null;
        CheckTheRest(document, pipeline);
        return _problems.Count > 0 ? throw new EnvironmentValidationException([.. _problems]) : new()
        {
            Name = draft.Name,
            Cluster = draft.Cluster,
            Service = new() { Name = ServiceName, Controller = draft.Controller, DesiredCount = draft.DesiredCount, ContainerName = container!.Value.Name, ContainerPort = container.Value.Port },
            Repository = draft.Repository ?? (document!.Placeholders.Count > 0 ? new(draft.Name) : null),
            ImageTag = draft.ImageTag,
            TaskDefinition = definition!,
            LogGroups = GroupsOf(definition!).Concat(GroupOf(pipeline)).Distinct(StringComparer.Ordinal).Select(group => new EnvironmentResource(group, draft.ExistingLogGroups.Contains(group, StringComparer.Ordinal))).ToEquatableArray(),
            LogRetentionDays = draft.LogRetentionDays,
            ExecutionRole = draft.ExecutionRole ?? new(NameOf(definition!.ExecutionRoleArn) ?? $"ecsTaskExecutionRole-{draft.Name}"),
            TaskRole = draft.TaskRole ?? (NameOf(definition!.TaskRoleArn) is { } task ? new(task, IsExisting: true) : null),
            TaskPolicy = draft.TaskPolicy,
            TrafficRole = draft.Controller switch
            {
                EnvironmentController.CodeDeploy => draft.TrafficRole ?? new($"ecsCodeDeployRole-{draft.Name}"),
                EnvironmentController.EcsNative => draft.TrafficRole ?? new($"ecsInfrastructureRole-{draft.Name}"),
                _ => null,
            },
            HasLeastPrivilege = draft.HasLeastPrivilege,
            Network = draft.Network,
            LoadBalancer = draft.LoadBalancer ?? new(draft.Name),
            IsInternal = draft.IsInternal,
            ProductionListener = draft.Production,
            TestListener = draft.Test,
            TargetGroups = draft.TargetGroups ?? new() { Blue = $"{draft.Name}-1", Green = $"{draft.Name}-2" },
            Deployments = draft.Deployments,
            CodeDeploy = draft.Controller == EnvironmentController.CodeDeploy ? draft.CodeDeploy ?? CodeDeployTarget.DefaultFor(ServiceReference.Parse($"{draft.Cluster.Name}/{ServiceName}")) : null,
            Pipeline = pipeline,
            Alarms = draft.Alarms,
            Tags = draft.Tags,
            WaitsUntilSteady = draft.WaitsUntilSteady,
        };
    }

    private string ServiceName => draft.Service ?? draft.Name;

    // A role is known by its name: the ARN in a file is mostly of another account.
    private static string? NameOf(string? role) => string.IsNullOrEmpty(role) ? null : role[(role.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> GroupsOf(TaskDefinition definition) => AwsLogs.Of(definition).Select(log => log.Group).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> GroupOf(EnvironmentPipeline? pipeline) => pipeline?.Build is { } build ? [PartNames.BuildLogs(build)] : [];

    // As the ECS console does for containers without a log configuration.
    private static TaskDefinition WithLogs(TaskDefinition definition) => definition with
    {
        ContainerDefinitions = definition.ContainerDefinitions
            .Select(container => container.LogConfiguration is not null ? container : container with
            {
                LogConfiguration = new() { LogDriver = LogDriver.Awslogs, Options = [new("awslogs-group", $"/ecs/{definition.Family}"), new("awslogs-stream-prefix", "ecs")] },
            })
            .ToEquatableArray(),
    };

    // The environment gives it one.
    private static TaskDefinition WithRole(TaskDefinition definition) => definition with { ExecutionRoleArn = definition.ExecutionRoleArn ?? "arn:aws:iam::000000000000:role/execution" };

    private Document<TaskDefinition>? ReadTaskDefinition()
    {
        if (draft.TaskDefinition is not { } source)
        {
            Problem("Build()", "No task definition is given. Call WithTaskDef with a file or a value.");
            return null;
        }

        foreach (var twice in draft.Images.GroupBy(image => image.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Problem($"WithImage(\"{twice.Key}\", …)", $"The placeholder is filled {twice.Count()} times. Fill it once.");
        }

        try
        {
            var document = TaskDefinitionDocument.Open(source.Read(), draft.Images.DistinctBy(image => image.Name, StringComparer.Ordinal));
            foreach (var finding in DocumentChecks.Check(new() { TaskDefinition = document with { Content = WithRole(document.Content) } }).Where(finding => finding.Severity == FindingSeverity.Error))
            {
                Problem(source.Call, $"{finding.Message} {finding.Fix} ({finding.Code})", source.IsFile ? finding.Position : null);
            }

            return document;
        }
        catch (DocumentException exception)
        {
            Problem(source.Call, exception.Problem, source.IsFile ? exception.Position : null);
            return null;
        }
    }

    private (string Name, int Port)? FindContainer(TaskDefinition definition)
    {
        var listening = definition.ContainerDefinitions.SelectMany(container => container.PortMappings.Where(mapping => mapping.ContainerPort is not null).Select(mapping => (container.Name, Port: mapping.ContainerPort!.Value))).ToList();
        if (draft.Container is { } named)
        {
            if (!listening.Contains(named))
            {
                Problem($"WithContainer(\"{named.Name}\", {named.Port})", $"The task definition maps no such port. It maps {Text(listening)}.");
            }

            return named;
        }

        if (listening is [var only])
        {
            return only;
        }

        Problem("Build()", $"The task definition maps {Text(listening)}. Say with WithContainer which of them gets the traffic.");
        return null;
    }

    private static string Text(List<(string Name, int Port)> listening) => listening.Count == 0 ? "no port" : string.Join(", ", listening.Select(one => FormattableString.Invariant($"{one.Name}:{one.Port}")));

    private void CheckTheRest(Document<TaskDefinition>? document, EnvironmentPipeline? pipeline)
    {
        List<string> groups = document is null ? [.. draft.ExistingLogGroups] : [.. GroupsOf(WithLogs(document.Content)), .. GroupOf(pipeline)];
        foreach (var group in draft.ExistingLogGroups.Except(groups, StringComparer.Ordinal))
        {
            Problem($"WithExistingLogGroup(\"{group}\")", $"No container and no build logs there. They log to {string.Join(", ", groups)}.");
        }

        foreach (var tag in draft.Tags.Where(tag => tag.Key.Length is 0 or > 128 || tag.Value.Length > LongestTagValue || tag.Key == BlueGreenEnvironment.TagKey || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            Problem($"WithTag(\"{tag.Key}\", …)", $"A key has 1 to 128 characters, a value at most {LongestTagValue}; {BlueGreenEnvironment.TagKey} and what begins with aws: are taken.");
        }

        foreach (var twice in draft.Tags.GroupBy(tag => tag.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            Problem($"WithTag(\"{twice.Key}\", …)", "The tag is given twice.");
        }

        if (!IPNetwork.TryParse(draft.Network.AdmittedRange, out _))
        {
            Problem("InNetwork(…)", $"'{draft.Network.AdmittedRange}' is no range of addresses, such as 10.0.0.0/8.");
        }
    }

    private void Problem(string call, string message, DocumentPosition? position = null) => _problems.Add(new(call, message, position));
}
