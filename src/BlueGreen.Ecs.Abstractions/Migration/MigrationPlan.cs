namespace BlueGreen.Ecs;

/// <summary>What it takes to hand a service from CodeDeploy to ECS, as AWS was when it was looked at.</summary>
public sealed record MigrationPlan
{
    /// <summary>The service.</summary>
    public required ServiceReference Service { get; init; }

    /// <summary>The service's ARN.</summary>
    public required string ServiceArn { get; init; }

    /// <summary>What was wanted.</summary>
    public MigrationOptions Options { get; init; } = new();

    /// <summary>The ARN of the task definition that runs, and runs afterwards. None where there is nothing to do.</summary>
    public string? TaskDefinitionArn { get; init; }

    /// <summary>The ARN of the target group that serves. None where there is nothing to do.</summary>
    public string? ServingTargetGroupArn { get; init; }

    /// <summary>The ARN of the other target group, where ECS brings the version up once more. None where there is nothing to do.</summary>
    public string? AlternateTargetGroupArn { get; init; }

    /// <summary>The ARN of the listener rule with production traffic. None where there is nothing to do.</summary>
    public string? ProductionRuleArn { get; init; }

    /// <summary>The ARN of the listener rule with test traffic. Default: none.</summary>
    public string? TestRuleArn { get; init; }

    /// <summary>How ECS will move traffic.</summary>
    public TrafficShift Shift { get; init; } = TrafficShift.AllAtOnce;

    /// <summary>How long ECS will keep the old version once all traffic has moved.</summary>
    public TimeSpan Bake { get; init; }

    /// <summary>The calls that change something, in order; none where there is nothing to do.</summary>
    public EquatableArray<MigrationStep> Steps { get; init; }

    /// <summary>What of CodeDeploy's settings becomes what of ECS's.</summary>
    public EquatableArray<MigratedSetting> Mapped { get; init; }

    /// <summary>What has no counterpart, or is to be known before.</summary>
    public EquatableArray<MigrationNote> Notes { get; init; }

    /// <summary>CodeDeploy's application and deployment group, which deploy nothing afterwards. None where there is nothing to do.</summary>
    public CodeDeployTarget? CodeDeploy { get; init; }

    /// <summary>A line for each step, setting and note.</summary>
    public override string ToString() => Steps.Count == 0
        ? $"{Service}: ECS deploys it blue/green already; there is nothing to do."
        : string.Join('\n', [.. Steps.Select((step, i) => FormattableString.Invariant($"{i + 1}. {step}")), .. Mapped.Select(setting => setting.ToString()), .. Notes.Select(note => note.ToString())]);
}
