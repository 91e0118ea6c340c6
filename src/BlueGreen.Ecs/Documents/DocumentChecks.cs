using BlueGreen.Ecs.Documents.Rules;

namespace BlueGreen.Ecs.Documents;

/// <summary>Checks documents by all rules that need nothing but the documents. Calls nothing.</summary>
public static class DocumentChecks
{
    /// <summary>What was noticed while the documents were read, and what the rules of this library found. Every code is explained in docs/findings.md.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="additional">More rules. Default: none.</param>
    /// <returns>The findings; none when all is well.</returns>
    public static EquatableArray<Finding> Check(DocumentSet documents, params IEnumerable<IDocumentRule> additional)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(additional);
        var findings = new List<Finding>();
        findings.AddRange(documents.TaskDefinition?.Notes ?? []);
        findings.AddRange(documents.AppSpec?.Notes ?? []);
        findings.AddRange(documents.BuildSpec?.Notes ?? []);
        foreach (var rule in DocumentRules.All)
        {
            findings.AddRange(rule.Check(documents));
        }

        findings.AddRange(additional.SelectMany(rule => rule.Check(documents)));

        return findings.Count == 0 ? [] : findings.ToEquatableArray();
    }

    /// <summary>Reads files and checks them. What cannot be read is the finding BG100, and the others are checked without it.</summary>
    /// <param name="taskDefinition">The path of a <c>taskdef.json</c>; placeholders in it are nothing wrong. Default: none.</param>
    /// <param name="appSpec">The path of an <c>appspec.yaml</c>. Default: none.</param>
    /// <param name="buildSpec">The path of a <c>buildspec.yml</c>. Default: none.</param>
    /// <returns>The findings; none when all is well.</returns>
    public static EquatableArray<Finding> CheckFiles(string? taskDefinition = null, string? appSpec = null, string? buildSpec = null)
    {
        var unreadable = new List<Finding>();
        var documents = new DocumentSet
        {
            TaskDefinition = Open(taskDefinition, path => TaskDefinitionDocument.Open(path)),
            AppSpec = Open(appSpec, AppSpecDocument.Open),
            BuildSpec = Open(buildSpec, BuildSpecDocument.Open),
        };
        return [.. unreadable, .. Check(documents)];

        Document<T>? Open<T>(string? path, Func<string, Document<T>> open)
        {
            try
            {
                return path is null ? null : open(path);
            }
            catch (DocumentException exception)
            {
                unreadable.Add(new("BG100", FindingSeverity.Error, exception.Position.ToString(), exception.Problem, "Correct the document at this place.") { Position = exception.Position });
                return null;
            }
        }
    }
}
