namespace BlueGreen.Ecs;

/// <summary>On which instances a task may be placed. Not on Fargate. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html">TaskDefinitionPlacementConstraint</see>.</summary>
public sealed record TaskDefinitionPlacementConstraint
{
    /// <summary>The kind.</summary>
    public TaskDefinitionPlacementConstraintType? Type { get; init; }

    /// <summary>The expression in the cluster query language, such as <c>attribute:ecs.instance-type =~ t3.*</c>.</summary>
    public string? Expression { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
