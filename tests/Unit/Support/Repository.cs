using System.Xml.Linq;

namespace BlueGreen.Ecs.Tests.Unit.Support;

/// <summary>The sources this test assembly was built from, where they are at hand.</summary>
internal static class Repository
{
    public static DirectoryInfo? Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>The root; skips the test where only the binaries are at hand.</summary>
    public static string RequireRoot()
    {
        Assert.SkipWhen(Root is null, "The sources are not above the test assembly.");
        return Root!.FullName;
    }

    /// <summary>The C# files of a project, without those that the build makes.</summary>
    public static IReadOnlyList<FileInfo> SourcesOf(string project) =>
        [.. new DirectoryInfo(Path.Combine(RequireRoot(), "src", project)).EnumerateFiles("*.cs", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)];

    /// <summary>The packages and projects that a project file names, whatever their conditions.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. XDocument.Load(Path.Combine(RequireRoot(), "src", project, $"{project}.csproj")).Descendants()
            .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")
            .Select(element => NameOf(element.Attribute("Include")!.Value)),
    ];

    private static DirectoryInfo? Find(DirectoryInfo? directory) =>
        directory is null || File.Exists(Path.Combine(directory.FullName, "BlueGreen.sln")) ? directory : Find(directory.Parent);

    private static string NameOf(string include) => include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include;
}
