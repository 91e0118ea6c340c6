using ArchUnitNET.Loader;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Architecture;

/// <summary>The folders of the library, in the order in which a deployment flows through them.</summary>
public sealed class FolderTests
{
    private const string Project = "BlueGreen.Ecs";

    [Fact]
    public void Folders_OfTheLibrary_UseEachOtherWithoutCycles()
    {
        var uses = Uses();

        uses["Engines"].Should().Contain("Planning");
        uses.Keys.Where(folder => Reachable(uses, folder).Contains(folder)).Should().BeEmpty(
            "folders use each other one way only; found is {0}", string.Join("; ", uses.Select(entry => $"{entry.Key} -> {string.Join(", ", entry.Value)}")));
    }

    [Fact]
    public void Documents_UseNoOtherFolder() => Uses()["Documents"].Should().BeEmpty();

    // One public or internal type per file, named like it: so a type's folder is its file's.
    private static Dictionary<string, HashSet<string>> Uses()
    {
        var project = Path.Combine(Repository.RequireRoot(), "src", Project);
        var folders = Repository.SourcesOf(Project)
            .Select(file => (Type: file.Name.Split('.')[0], Folder: Path.GetRelativePath(project, file.FullName).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : string.Empty))
            .Where(file => file.Folder.Length > 0)
            .DistinctBy(file => file.Type, StringComparer.Ordinal)
            .ToDictionary(file => file.Type, file => file.Folder, StringComparer.Ordinal);
        var architecture = new ArchLoader().LoadAssemblies(typeof(TaskDefinitionDocument).Assembly).Build();
        var uses = folders.Values.Distinct(StringComparer.Ordinal).ToDictionary(folder => folder, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var type in architecture.Types)
        {
            foreach (var dependency in type.Dependencies)
            {
                if (FolderOf(type.FullName) is { } from && FolderOf(dependency.Target.FullName) is { } to && from != to)
                {
                    uses[from].Add(to);
                }
            }
        }

        return uses;

        // A nested type belongs to the file of the outer one; types of other assemblies to none.
        string? FolderOf(string fullName)
        {
            var outer = fullName.Split('+', '/', '`')[0];
            return outer.StartsWith("BlueGreen.Ecs.", StringComparison.Ordinal) || outer.StartsWith("Microsoft.Extensions.DependencyInjection.BlueGreen", StringComparison.Ordinal)
                ? folders.GetValueOrDefault(outer[(outer.LastIndexOf('.') + 1)..])
                : null;
        }
    }

    private static HashSet<string> Reachable(Dictionary<string, HashSet<string>> uses, string from)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(uses[from]);
        while (next.TryDequeue(out var folder))
        {
            if (found.Add(folder))
            {
                uses[folder].ToList().ForEach(next.Enqueue);
            }
        }

        return found;
    }
}
