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
        foreach (var rule in DocumentRules.All.Concat(additional))
        {
            findings.AddRange(rule.Check(documents));
        }

        return findings.ToEquatableArray();
    }
}
