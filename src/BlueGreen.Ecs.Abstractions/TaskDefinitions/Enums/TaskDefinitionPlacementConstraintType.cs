namespace BlueGreen.Ecs;

/// <summary>The kind of a placement constraint: <c>type</c> of <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html">TaskDefinitionPlacementConstraint</see>. A value that is not known here is kept as it is.</summary>
/// <param name="Value">The value as AWS writes it; capitals matter.</param>
public readonly record struct TaskDefinitionPlacementConstraintType(string Value) : IOpenValue<TaskDefinitionPlacementConstraintType>
{
    /// <summary><c>memberOf</c>: Instances that match an expression.</summary>
    public static TaskDefinitionPlacementConstraintType MemberOf { get; } = new("memberOf");

    /// <summary>The value of that text.</summary>
    public static implicit operator TaskDefinitionPlacementConstraintType(string value) => FromString(value);

    /// <inheritdoc />
    public static TaskDefinitionPlacementConstraintType FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
