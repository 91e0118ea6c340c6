namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>What stands around a deployment; checks look only at this.</summary>
internal sealed record Surroundings
{
    public required DeploymentPlan Plan { get; init; }

    public required NetworkFacts Network { get; init; }

    public required BalancerFacts Balancer { get; init; }

    public required IReadOnlyList<ImageFacts> Images { get; init; }

    public required IReadOnlyList<RoleFacts> Roles { get; init; }

    public required IReadOnlyList<(AwsLogs Wanted, Read<Amazon.CloudWatchLogs.Model.LogGroup> Found)> LogGroups { get; init; }

    public required IReadOnlyList<(SecretSource Wanted, Read<string> Found)> Secrets { get; init; }

    public required IReadOnlyList<(EnvironmentFileSource Wanted, Read<string> Found)> EnvironmentFiles { get; init; }

    /// <summary>The functions of hooks, as the hooks name them.</summary>
    public required IReadOnlyList<(string Function, Read<string> Found)> Functions { get; init; }

    /// <summary>The states of the alarms that stop a deployment by CodeDeploy, by name; other engines look themselves.</summary>
    public required Read<IReadOnlyDictionary<string, string>> Alarms { get; init; }

    /// <summary>Who deploys.</summary>
    public required Read<string> Caller { get; init; }

    /// <summary>What the caller may not do, of what the deployment takes.</summary>
    public required Read<IReadOnlyList<Permission>>? Refused { get; init; }

    /// <summary>What could not be looked at.</summary>
    public IEnumerable<Finding> NotChecked => new[]
        {
            Network.Subnets?.NotChecked, Network.Groups?.NotChecked, Network.Routes?.NotChecked, Network.Endpoints?.NotChecked,
            Balancer.Groups?.NotChecked, Balancer.Listeners?.NotChecked, Balancer.Balancer?.NotChecked, Balancer.Health?.NotChecked,
            Alarms.NotChecked, Caller.NotChecked, Refused?.NotChecked,
        }
        .Concat(Images.SelectMany(image => new[] { image.Found.NotChecked, image.Scan?.NotChecked }))
        .Concat(Roles.SelectMany(role => new[] { role.Role.NotChecked, role.Refused?.NotChecked }))
        .Concat(LogGroups.Select(log => log.Found.NotChecked))
        .Concat(Secrets.Select(secret => secret.Found.NotChecked))
        .Concat(EnvironmentFiles.Select(file => file.Found.NotChecked))
        .Concat(Functions.Select(function => function.Found.NotChecked))
        .OfType<Finding>()
        .Distinct();
}
