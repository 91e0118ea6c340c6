using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Benchmarks.Documents;

/// <summary>The seed's task definition, read, checked by every rule, and written; beside it System.Text.Json, which reads and writes it and checks nothing.</summary>
[MemoryDiagnoser]
public class TaskDefinitionBenchmark
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly string _json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "taskdef.json"));

    /// <summary>The measure: text to objects and back.</summary>
    [Benchmark(Baseline = true)]
    public string SystemTextJson() => JsonSerializer.Serialize(JsonSerializer.Deserialize<PlainTaskDefinition>(_json, Options), Options);

    /// <summary>Text to model with positions, all rules, and back.</summary>
    [Benchmark]
    public string BlueGreenEcs()
    {
        var document = TaskDefinitionDocument.Read(_json);
        var findings = DocumentChecks.Check(new() { TaskDefinition = document });
        return findings.Count == 0 ? TaskDefinitionDocument.ToJson(document.Content) : throw new System.InvalidOperationException(findings[0].ToString());
    }

    /// <summary>The first part alone.</summary>
    [Benchmark]
    public object ReadOnly() => TaskDefinitionDocument.Read(_json);
}
