namespace BlueGreen.Ecs.Documents;

/// <summary>Keeps the members that a format does not know, and notes each with its place.</summary>
internal sealed class UnknownMemberNotes(string code)
{
    private readonly List<Finding> _notes = [];

    public EquatableArray<Finding> Notes => _notes.ToEquatableArray();

    /// <summary>What nobody took of an object. To be called when all that is known was taken.</summary>
    public EquatableArray<JsonMember> Of(ObjectReader reader)
    {
        foreach (var node in reader.Unknown)
        {
            _notes.Add(new(
                code,
                FindingSeverity.Note,
                node.Position.ToString(),
                $"The member \"{node.Name}\" is not known here. It is kept as it stands.",
                "Correct the name when it is a misspelling; keep it when AWS has become newer than this version.")
            { Position = node.Position });
        }

        return reader.Rest();
    }
}
