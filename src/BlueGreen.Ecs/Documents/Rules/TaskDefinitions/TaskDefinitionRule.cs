namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>A rule that looks at the task definition as a whole.</summary>
/// <param name="code">Its code.</param>
internal abstract class TaskDefinitionRule(string code) : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.TaskDefinition is not { } document)
        {
            return [];
        }

        var report = new Report(code, document);
        Check(document.Content, report);
        return report.Findings;
    }

    protected abstract void Check(TaskDefinition definition, Report report);
}
