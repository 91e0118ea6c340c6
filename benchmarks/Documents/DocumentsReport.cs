using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Benchmarks.Documents;

/// <summary>The seed's task definition, read, checked by every rule, and written; beside it System.Text.Json, which reads and writes it and checks nothing.</summary>
internal static class DocumentsReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static int Run()
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "taskdef.json"));
        var reading = SideBySide.Measure(() => TaskDefinitionDocument.Read(json), () => JsonSerializer.Deserialize<PlainTaskDefinition>(json, Options));
        Print("read alone", reading);
        var whole = SideBySide.Measure(() => ReadCheckWrite(json), () => JsonSerializer.Serialize(JsonSerializer.Deserialize<PlainTaskDefinition>(json, Options), Options));
        Print("read + check + write", whole);
        return 0;
    }

    private static string ReadCheckWrite(string json)
    {
        var document = TaskDefinitionDocument.Read(json);
        var findings = DocumentChecks.Check(new() { TaskDefinition = document });
        return findings.Count == 0 ? TaskDefinitionDocument.ToJson(document.Content) : throw new System.InvalidOperationException(findings[0].ToString());
    }

    private static void Print(string what, (double TimeRatio, double Microseconds, double BaselineMicroseconds, double AllocationRatio) figures) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"documents: {what}: {figures.Microseconds:F1} us, System.Text.Json {figures.BaselineMicroseconds:F1} us, time ratio {figures.TimeRatio:F2}, allocation ratio {figures.AllocationRatio:F2}"));
}
