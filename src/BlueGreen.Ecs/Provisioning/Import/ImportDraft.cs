using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Preflight.Survey;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>
/// The environment as far as the service and what it names tell: all its names, everything as made by it. By these names the rest is looked up, as for a plan. Pure.
/// </summary>
internal static class ImportDraft
{
    private const string Placeholder = "<IMAGE1_NAME>";

    public static BlueGreenEnvironment Of(ImportSource source)
    {
        var name = source.Owner ?? source.Service.ServiceName;
        var image = OwnImage(source);
        var definition = Definition(source, image);
        var (entry, traffic) = (source.Balancers[0], source.Traffic);
        return new()
        {
            Name = name,
            Cluster = new(PartNames.Last(source.Service.ClusterArn)),
            Service = new() { Name = source.Service.ServiceName, Controller = source.Controller, DesiredCount = source.Service.DesiredCount ?? 0, ContainerName = entry.ContainerName, ContainerPort = entry.ContainerPort ?? 0 },
            Repository = image is { } own ? new(own.Repository) : null,
            ImageTag = image?.Tag ?? "latest",
            TaskDefinition = definition,
            LogGroups = AwsLogs.Of(definition).Where(log => log.Region is null || log.Region == source.Place.Region).Select(log => log.Group).Distinct(StringComparer.Ordinal).Select(group => new EnvironmentResource(group)).ToEquatableArray(),
            ExecutionRole = new(RoleName(definition.ExecutionRoleArn) ?? $"ecsTaskExecutionRole-{name}"),
            TaskRole = RoleName(definition.TaskRoleArn) is { } task ? new(task) : null,
            TrafficRole = RoleName(source.Group?.Info.ServiceRoleArn ?? entry.AdvancedConfiguration?.RoleArn) is { } mover ? new(mover) : null,
            Network = Network(source),
            LoadBalancer = new(traffic.Balancer.LoadBalancerName),
            IsInternal = traffic.Balancer.Scheme?.Value is "internal",
            ProductionListener = Listener(traffic.Production),
            TestListener = traffic.Test is { } test ? Listener(test) : null,
            TargetGroups = new()
            {
                Blue = traffic.Blue.TargetGroupName,
                Green = traffic.Green.TargetGroupName,
                Protocol = Http(traffic.Blue.Protocol?.Value),
                HealthCheckPath = traffic.Blue.HealthCheckPath ?? "/",
                HealthCheckInterval = TimeSpan.FromSeconds(traffic.Blue.HealthCheckIntervalSeconds ?? 30),
                HealthyCodes = traffic.Blue.Matcher?.HttpCode ?? "200",
            },
            Deployments = Deployments(source),
            CodeDeploy = source.Group?.Target,
            Alarms = AlarmNames(source).Select(alarm => new EnvironmentAlarm(alarm)).ToEquatableArray(),
            Tags = Tags(source),
        };
    }

    /// <summary>The alarms that stop a deployment, by the settings of the controller.</summary>
    public static IReadOnlyList<string> AlarmNames(ImportSource source) => source.Controller switch
    {
        EnvironmentController.CodeDeploy => source.Group?.Info.AlarmConfiguration is { Enabled: true, Alarms: { } alarms } ? [.. alarms.Select(alarm => alarm.Name)] : [],
        EnvironmentController.EcsNative => source.Service.DeploymentConfiguration?.Alarms is { Enable: true, AlarmNames: { } names } ? names : [],
        _ => source.Alarms,
    };

    /// <summary>The protocol of an Application Load Balancer that is nearest.</summary>
    private static string Http(string? protocol) => protocol is "HTTPS" or "TLS" ? "HTTPS" : "HTTP";

    private static EnvironmentListener Listener(ImportedListener found) =>
        new(found.Listener.Port ?? 0, Http(found.Listener.Protocol?.Value), found.Listener.Certificates?.FirstOrDefault()?.CertificateArn);

    private static string? RoleName(string? arn) => string.IsNullOrEmpty(arn) ? null : PartNames.Last(arn);

    // The tag fills the placeholder again; an image that is named by its digest stays as it is.
    private static ImageName? OwnImage(ImportSource source)
    {
        var images = source.Definition.ContainerDefinitions
            .OrderByDescending(container => container.Name == source.Balancers[0].ContainerName)
            .Select(container => (Text: container.Image, Name: ImageName.Parse(container.Image ?? string.Empty)));
        var own = images.FirstOrDefault(image => image.Name is { Tag: not null, HasDigest: false } && image.Text == $"{source.Place.RepositoryUri(image.Name.Repository)}:{image.Name.Tag}");
        return own.Text is null ? null : own.Name;
    }

    private static TaskDefinition Definition(ImportSource source, ImageName? image)
    {
        var own = Tags(source).Select(tag => tag.Key).Append(BlueGreenEnvironment.TagKey).ToHashSet(StringComparer.Ordinal);
        var text = image is { } name ? $"{source.Place.RepositoryUri(name.Repository)}:{name.Tag}" : null;
        return source.Definition with
        {
            ContainerDefinitions = source.Definition.ContainerDefinitions.Select(container => text is not null && container.Image == text ? container with { Image = Placeholder } : container).ToEquatableArray(),
            Tags = source.Definition.Tags.Where(tag => !own.Contains(tag.Key)).ToEquatableArray(),
        };
    }

    private static EquatableArray<Tag> Tags(ImportSource source) => source.Tags
        .Where(tag => tag.Key != BlueGreenEnvironment.TagKey && !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        .Select(tag => new Tag(tag.Key, tag.Value)).ToEquatableArray();

    // The default subnets need no names, so that the description holds in any account.
    private static EnvironmentNetwork Network(ImportSource source)
    {
        var balancer = (source.Traffic.Balancer.AvailabilityZones ?? []).Select(zone => zone.SubnetId).ToHashSet(StringComparer.Ordinal);
        var tasks = source.Live.Network?.Subnets.ToHashSet(StringComparer.Ordinal) ?? balancer;
        var isOne = tasks.SetEquals(balancer);
        return new()
        {
            Subnets = isOne && balancer.SetEquals(source.DefaultSubnets) ? [] : [.. balancer.Order(StringComparer.Ordinal)],
            TaskSubnets = isOne ? [] : [.. tasks.Order(StringComparer.Ordinal)],
            AssignPublicIp = source.Live.Network?.AssignPublicIp ?? true,
        };
    }

    private static EnvironmentDeployments Deployments(ImportSource source) => source.Controller switch
    {
        EnvironmentController.CodeDeploy => OfGroup(source),
        EnvironmentController.EcsNative => OfService(source.Service.DeploymentConfiguration ?? new()),
        _ => new(),
    };

    private static EnvironmentDeployments OfGroup(ImportSource source)
    {
        var info = source.Group!.Info;
        var (ready, end) = (info.BlueGreenDeploymentConfiguration?.DeploymentReadyOption, info.BlueGreenDeploymentConfiguration?.TerminateBlueInstancesOnDeploymentSuccess);
        var isOwnName = source.GroupShift is { } found && Engines.CodeDeploy.DeploymentConfigs.NameOf(found) == info.DeploymentConfigName;
        return new()
        {
            Shift = isOwnName ? source.GroupShift! : TrafficShift.AllAtOnce,
            Configuration = isOwnName ? null : info.DeploymentConfigName,
            ReadyWait = ready?.ActionOnTimeout?.Value is "STOP_DEPLOYMENT" ? TimeSpan.FromMinutes(ready.WaitTimeInMinutes ?? 0) : TimeSpan.Zero,
            Bake = TimeSpan.FromMinutes(end?.TerminationWaitTimeInMinutes ?? 0),
            RollsBack = info.AutoRollbackConfiguration?.Enabled is true,
        };
    }

    private static EnvironmentDeployments OfService(Amazon.ECS.Model.DeploymentConfiguration configuration) => new()
    {
        Shift = NativeStrategy.Read(configuration),
        Bake = TimeSpan.FromMinutes(configuration.BakeTimeInMinutes ?? 0),
        RollsBack = configuration.DeploymentCircuitBreaker is { Enable: true, Rollback: true },
    };
}
