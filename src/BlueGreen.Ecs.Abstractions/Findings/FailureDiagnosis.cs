namespace BlueGreen.Ecs;

/// <summary>Why a deployment, a build or a pipeline's action failed, as far as it was found out.</summary>
public sealed record FailureDiagnosis
{
    /// <summary>What failed: a deployment's id or ARN, a build's id, or a pipeline's action.</summary>
    public required string Subject { get; init; }

    /// <summary>What AWS itself says, with its error code in front where it tells one. Default: nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>The causes that the evidence speaks for, the most likely first. Default: none was found.</summary>
    public EquatableArray<FailureCause> Causes { get; init; }

    /// <summary>What was looked at and speaks for no cause, a sentence each, such as <c>No alarm of the deployment is red</c>.</summary>
    public EquatableArray<string> Excluded { get; init; }

    /// <summary>What could not be looked at, as findings of severity <see cref="FindingSeverity.NotChecked"/> that name the IAM action. Default: everything could.</summary>
    public EquatableArray<Finding> NotChecked { get; init; }
}
