using System.Text;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG115: the task definition is no larger than ECS takes.</summary>
internal sealed class DocumentSizeRule() : TaskDefinitionRule("BG115")
{
    private const int Most = 64 * 1024;

    // Writing a document to measure it is dear. What makes one large is in a few lists; while these are short, the document is.
    private const int Suspicious = 16 * 1024;

    protected override void Check(TaskDefinition definition, Report report)
    {
        if (RoughSize(definition) < Suspicious)
        {
            return;
        }

        var size = Encoding.UTF8.GetByteCount(JsonText.Write(indented: false, json => TaskDefinitionFormat.Write(json, definition)));
        if (size > Most)
        {
            report.Error(
                $"",
                $"The task definition has {size} bytes as JSON without white space; allowed are {Most}.",
                "Move long values of environment variables into environmentFiles, Parameter Store or the image.");
        }
    }

    private static int RoughSize(TaskDefinition definition)
    {
        var size = 0;
        foreach (var member in definition.Additional)
        {
            size += member.Json.Length;
        }

        foreach (var container in definition.ContainerDefinitions)
        {
            size += Size(container.Environment) + Size(container.DockerLabels) + Size(container.Command) + Size(container.EntryPoint) + Size(container.HealthCheck?.Command ?? []);
            foreach (var secret in container.Secrets)
            {
                size += secret.Name.Length + secret.ValueFrom.Length;
            }

            foreach (var member in container.Additional)
            {
                size += member.Json.Length;
            }
        }

        return size;
    }

    private static int Size(EquatableArray<NamedValue> values)
    {
        var size = 0;
        foreach (var value in values)
        {
            size += value.Name.Length + value.Value.Length;
        }

        return size;
    }

    private static int Size(EquatableArray<string> texts)
    {
        var size = 0;
        foreach (var text in texts)
        {
            size += text.Length;
        }

        return size;
    }
}
