namespace BlueGreen.Ecs;

/// <summary>A running service as a description: the environment that makes one like it, and the three files with which new versions of it are deployed.</summary>
public sealed record ImportedEnvironment
{
    /// <summary>What <see cref="IProvisioner.ApplyAsync"/> makes one like it from.</summary>
    public required BlueGreenEnvironment Environment { get; init; }

    /// <summary>
    /// The text of <c>taskdef.json</c>: the revision that serves, as RegisterTaskDefinition takes it. An image of the account's own registry stands in it as <c>&lt;IMAGE1_NAME&gt;</c>;
    /// <see cref="BlueGreenEnvironment.ImageTag"/> says which one runs.
    /// </summary>
    public required string TaskDefinitionJson { get; init; }

    /// <summary>The text of <c>appspec.yaml</c>: container, port and network of the service, the hooks of its last deployment by CodeDeploy, and <c>&lt;TASK_DEFINITION&gt;</c>.</summary>
    public required string AppSpecYaml { get; init; }

    /// <summary>The text of <c>bluegreen.json</c>: the service, how its traffic moves, waits, alarms and CodeDeploy's names.</summary>
    public required string Settings { get; init; }

    /// <summary>What the description cannot hold, or holds otherwise than it was found; an environment that is made from it has none of this. Default: nothing.</summary>
    public EquatableArray<NotCarried> NotCarried { get; init; }
}
