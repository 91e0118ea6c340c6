namespace BlueGreen.Ecs.Planning;

/// <summary>BG102 for every engine: a member of the task definition that would be lost when it is registered.</summary>
internal static class UnknownMemberFindings
{
    public static IEnumerable<Finding> Of(TaskDefinition definition) => TaskDefinitionMapping.UnsendableMembers(definition).Select(path => new Finding(
        "BG102",
        FindingSeverity.Error,
        path,
        "The member is not known to this version, which would lose it when it registers the task definition.",
        "Leave the member out; this version cannot deploy a task definition that needs it."));
}
