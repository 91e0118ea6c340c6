namespace BlueGreen.Ecs;

/// <summary>A rule that documents must keep, told from the documents alone. One class has one code. A rule that the host registers as a service is asked with every plan.</summary>
public interface IDocumentRule
{
    /// <summary>Looks at the documents.</summary>
    /// <param name="documents">The documents; a rule passes over those that are missing.</param>
    /// <returns>What it found; nothing when all is well.</returns>
    IEnumerable<Finding> Check(DocumentSet documents);
}
