using System.Diagnostics;
using System.Globalization;
using BlueGreen.Ecs.Documents;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Documents.BadInput;

/// <summary>Damaged documents end in a <see cref="DocumentException"/>, or are read whole: checked, written, and read again.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Documents = 100_000;
    private const int Seed = 20_261_123;

    private static readonly Kind[] Kinds =
    [
        new("taskdef.json", root => TaskDefinitionAgain(TaskDefinitionDocument.Open(root))),
        new("appspec.yaml", root => AppSpecAgain(AppSpecDocument.Open(root))),
    ];

    [Fact]
    public void Open_AnyDamagedDocument_IsReadOrRefused()
    {
        var originals = Kinds.Select(kind => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "seed", kind.File))).ToArray();
        var random = new PCG(1, Seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < Documents; i++)
        {
            var which = random.Below(Kinds.Length);
            var bytes = Mutation.Of(originals[which], originals[random.Below(originals.Length)], random);
            try
            {
                Kinds[which].ReadAgain(DocumentFile.Parse(bytes, Kinds[which].File));
                read++;
            }
            catch (DocumentException)
            {
                refused++;
            }
            catch (Exception exception) when (exception is not DocumentException)
            {
                Assert.Fail($"{Kinds[which].File} number {i}, {Convert.ToBase64String(bytes)}: {exception}");
            }
        }

        (read + refused).Should().Be(Documents);
        read.Should().BePositive();
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz: {Documents} documents, {read} read, {refused} refused, 0 other ends; peak memory {process.PeakWorkingSet64 / 1_000_000} MB"));
    }

    private static void TaskDefinitionAgain(Document<TaskDefinition> document)
    {
        DocumentChecks.Check(new() { TaskDefinition = document });
        var json = TaskDefinitionDocument.ToJson(document.Content);
        TaskDefinitionDocument.ToJson(TaskDefinitionDocument.Parse(json)).Should().Be(json);
    }

    private static void AppSpecAgain(Document<AppSpec> document)
    {
        DocumentChecks.Check(new() { AppSpec = document });
        var json = AppSpecDocument.ToJson(document.Content);
        AppSpecDocument.ToJson(AppSpecDocument.Parse(json)).Should().Be(json);
    }

    private sealed record Kind(string File, Action<DocumentNode> ReadAgain);
}
