using System.Globalization;
using System.Text;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Benchmarks.Documents;

/// <summary>Reads what is no document, and prints for each how long the answer took, what it allocated, and what it says.</summary>
internal static class BadInputReport
{
    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("bad-input-");
        try
        {
            var slowest = 0.0;
            foreach (var (name, bytes) in Inputs())
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllBytes(path, bytes);
                Read(path); // What the runtime compiles is not what is measured.
                slowest = Math.Max(slowest, Measure(path));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bad input: {Inputs().Count()} documents, each refused with a position; slowest {slowest:F0} ms"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Measure(string path)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var clock = TimeProvider.System.GetTimestamp();
        var problem = Read(path);
        var took = TimeProvider.System.GetElapsedTime(clock).TotalMilliseconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took,7:F1} ms {allocated / 1e6,6:F1} MB  {problem}"));
        return took;
    }

    private static string Read(string path)
    {
        try
        {
            _ = path.EndsWith(".json", StringComparison.Ordinal) ? (object)TaskDefinitionDocument.Load(path) : AppSpecDocument.Load(path);
            throw new System.InvalidOperationException($"{Path.GetFileName(path)} was read.");
        }
        catch (DocumentException exception)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Inputs()
    {
        yield return ("truncated.json", "{\"family\":\"web\",\"containerDefinitions\":[{\"name\":"u8.ToArray());
        yield return ("binary.json", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37))]);
        yield return ("50-megabytes.json", [.. Enumerable.Repeat((byte)' ', 50_000_000)]);
        yield return ("deep.json", Text(Repeat("{\"a\":", 10_000)));
        yield return ("many.json", Text("[" + Repeat("0,", 500_000)));
        yield return ("twice.json", Text("{" + string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"\"m{i % 8_999}\":1")) + "}"));
        yield return ("comment.json", Text("{\n # the web server\n \"family\": \"web\" }"));
        yield return ("utf-16-without-mark.json", Encoding.Unicode.GetBytes("{\"family\":\"web\"}"));
        yield return ("deep.yaml", Text(Repeat("[", 10_000)));
        yield return ("bomb.yaml", Text("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"))));
        yield return ("many.yaml", Text(Repeat("- 0\n", 250_000)));
        yield return ("twice.yaml", Text(string.Concat(Enumerable.Range(0, 9_000).Select(i => $"m{i % 8_999}: 1\n"))));
        yield return ("quote-without-end.yaml", Text("a: \"" + Repeat("x\n ", 300_000)));
        yield return ("one-line.yaml", Text(Repeat("a: ", 300_000)));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
