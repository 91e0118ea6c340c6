namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>Takes down what one rule finds in a task definition; costs nothing but itself while nothing is found.</summary>
internal sealed class Report(string code, Document<TaskDefinition> document)
{
    private List<Finding>? _findings;

    public TaskDefinition Definition => document.Content;

    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];

    /// <summary>The place of the container that is looked at; paths of findings begin there. Default: none, paths begin at the document.</summary>
    public int? Container { get; set; }

    /// <summary>ECS refuses it, or the deployment fails for certain.</summary>
    public void Error(FormattableString path, FormattableString message, string fix) => Add(FindingSeverity.Error, path, message, fix);

    /// <summary>It may go wrong.</summary>
    public void Warning(FormattableString path, FormattableString message, string fix) => Add(FindingSeverity.Warning, path, message, fix);

    /// <summary>Good to know.</summary>
    public void Note(FormattableString path, FormattableString message, string fix) => Add(FindingSeverity.Note, path, message, fix);

    /// <summary>A number that ECS refuses outside of a range.</summary>
    public void Range(string path, int? found, int least, int most, string unit)
    {
        if (found is { } number && (number < least || number > most))
        {
            Error($"{path}", $"Found is {number}; allowed are {least} to {most} {unit}.", "Choose a number in this range, or leave the member out for its default.");
        }
    }

    public void Add(FindingSeverity severity, FormattableString path, FormattableString message, string fix)
    {
        var member = FormattableString.Invariant(path);
        var whole = Container is { } place ? FormattableString.Invariant($"containerDefinitions[{place}].{member}") : member;
        (_findings ??= []).Add(document.Finding(code, severity, whole, FormattableString.Invariant(message), fix));
    }
}
