namespace BlueGreen.Ecs.Documents;

/// <summary>What was noticed while a task definition was read: BG103 for members that are unknown, BG104 for those that were dropped.</summary>
internal static class TaskDefinitionNotes
{
    public static EquatableArray<Finding> Of(Document<TaskDefinition> document, DocumentNode body)
    {
        var notes = new List<Finding>();
        foreach (var child in body.Children)
        {
            if (DescribeOnlyMembers.Has(child.Name!))
            {
                notes.Add(document.Finding("BG104", FindingSeverity.Note, child.Name!,
                    "The member is of a description; registering a task definition does not take it, and it was left out.",
                    "Nothing needs to be done; the file may do without the member."));
            }
        }

        foreach (var (path, _) in UnknownMembers.Of(document.Content))
        {
            notes.Add(document.Finding("BG103", FindingSeverity.Note, path,
                "The member is not known to this version. It is kept when the file is written, and stops a deployment as BG102 if it holds something.",
                "Look whether the name is written as AWS writes it; leave the member out, or use a version that knows it."));
        }

        return notes.Count == 0 ? [] : notes.ToEquatableArray();
    }
}
