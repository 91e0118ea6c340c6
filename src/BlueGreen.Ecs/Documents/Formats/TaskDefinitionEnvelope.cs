namespace BlueGreen.Ecs.Documents;

/// <summary>A task definition, and what other tools write around it.</summary>
/// <param name="Body">The object that is the task definition.</param>
/// <param name="Outer">What <c>describe-task-definition</c> writes around it, with the tags; none when there is nothing around, or a CloudFormation resource.</param>
internal readonly record struct TaskDefinitionEnvelope(DocumentNode Body, DocumentNode? Outer)
{
    private const string CloudFormationType = "AWS::ECS::TaskDefinition";

    public static TaskDefinitionEnvelope Open(DocumentNode root) =>
        Member(root, "taskDefinition") is { Kind: NodeKind.Object } described ? new(described, root)
        : Member(root, "Type")?.Text == CloudFormationType && Member(root, "Properties") is { } properties ? new(properties, null)
        : new(root, null);

    /// <summary>Where members stand; paths begin at the task definition, and tags may stand around it.</summary>
    public DocumentMap Map()
    {
        var inner = Body.Map();
        if (Outer is null)
        {
            return inner;
        }

        var outer = Outer.Map();
        return new(inner.Source, path => (path.StartsWith("tags", StringComparison.OrdinalIgnoreCase) ? outer : inner).Find(path));
    }

    private static DocumentNode? Member(DocumentNode node, string name) =>
        node.Kind == NodeKind.Object ? node.Children.Find(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase)) : null;
}
