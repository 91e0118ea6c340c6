namespace BlueGreen.Ecs.Documents;

/// <summary>
/// Reads and writes <c>taskdef.json</c>: the input of RegisterTaskDefinition as a file. What <c>aws ecs describe-task-definition</c> prints is read as well,
/// with its tags; so are a CloudFormation resource of the type <c>AWS::ECS::TaskDefinition</c>, and its properties alone.
/// </summary>
/// <remarks>
/// Names may be written with any capitals. Members that only a description has are left out, and members that the model does not know are kept; <see cref="Open(string, IEnumerable{NamedValue})"/> and
/// <see cref="Read"/> tell both. An empty text counts as not given where it cannot mean anything: for roles, for the size of the task, and wherever AWS has a list of allowed
/// values. So a skeleton that was filled in half is read as it was meant. Anywhere else an empty text is kept.
/// </remarks>
public static class TaskDefinitionDocument
{
    /// <summary>Reads a task definition from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DocumentException">The file is missing, is no JSON, or is no task definition.</exception>
    public static TaskDefinition Load(string path) => TaskDefinitionFormat.Read(DocumentFile.Read(path));

    /// <summary>Reads a task definition from JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What positions in errors shall name. Default: <c>task definition</c>.</param>
    /// <exception cref="DocumentException">The text is no JSON, or is no task definition.</exception>
    public static TaskDefinition Parse(string json, string source = "task definition")
    {
        ArgumentNullException.ThrowIfNull(json);
        return TaskDefinitionFormat.Read(JsonNodes.Parse(json, source));
    }

    /// <summary>Reads a task definition from a file, with the places of its members and what was noticed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="placeholders">What to fill placeholders with: <c>new("IMAGE1_NAME", "web:v2")</c>. One that stands nowhere is noted as BG101. Default: none.</param>
    /// <exception cref="ArgumentException">A placeholder is given twice.</exception>
    /// <exception cref="DocumentException">The file is missing, is no JSON, or is no task definition.</exception>
    public static Document<TaskDefinition> Open(string path, params IEnumerable<NamedValue> placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        return Open(DocumentFile.Read(path), placeholders);
    }

    /// <summary>Reads a task definition from JSON text, with the places of its members and what was noticed.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What positions shall name. Default: <c>task definition</c>.</param>
    /// <exception cref="DocumentException">The text is no JSON, or is no task definition.</exception>
    public static Document<TaskDefinition> Read(string json, string source = "task definition")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Open(JsonNodes.Parse(json, source));
    }

    /// <summary>Writes a task definition as indented JSON that <see cref="Parse"/> reads to an equal one.</summary>
    /// <param name="definition">The task definition.</param>
    public static string ToJson(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return JsonText.Write(indented: true, json => TaskDefinitionFormat.Write(json, definition)) + "\n";
    }

    internal static Document<TaskDefinition> Open(DocumentNode root, params IEnumerable<NamedValue> placeholders)
    {
        var unused = Placeholders.Fill(root, placeholders);
        var envelope = TaskDefinitionEnvelope.Open(root);
        var document = new Document<TaskDefinition>(TaskDefinitionFormat.Read(envelope), envelope.Map()) { Placeholders = Placeholders.Unfilled(root) };
        return document with { Notes = [.. unused.Select(name => Unused(document, name)), .. TaskDefinitionNotes.Of(document, envelope.Body)] };
    }

    private static Finding Unused(Document<TaskDefinition> document, string name) => new(
        "BG101",
        FindingSeverity.Warning,
        document.Map.Source,
        $"The placeholder <{name}> is to be filled, and stands nowhere in the task definition.",
        "Do not fill it, or write the placeholder where the image shall stand.");
}
