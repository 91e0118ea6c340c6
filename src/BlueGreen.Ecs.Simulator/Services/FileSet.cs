using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Files by their path, such as a commit or an artifact holds them. Never changed.</summary>
internal sealed class FileSet
{
    private readonly ImmutableSortedDictionary<string, byte[]> _files;

    private FileSet(ImmutableSortedDictionary<string, byte[]> files) => _files = files;

    public static FileSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));

    public int Count => _files.Count;

    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>The bytes of all files together: what an archive of them holds at most.</summary>
    public long Size => _files.Values.Sum(content => (long)content.Length);

    public FileSet With(string path, byte[] content) => new(_files.SetItem(path, content));

    public FileSet With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    public FileSet With(IEnumerable<KeyValuePair<string, string>> files) =>
        new(_files.SetItems(files.Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value)))));

    public FileSet Without(string path) => new(_files.Remove(path));

    public byte[]? Bytes(string path) => _files.GetValueOrDefault(path);

    public string? Text(string path) => _files.TryGetValue(path, out var content) ? Encoding.UTF8.GetString(content) : null;

    /// <summary>All files as UTF-8 text.</summary>
    public IReadOnlyDictionary<string, string> ToTexts() => _files.ToImmutableSortedDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value), StringComparer.Ordinal);

    /// <summary>The files whose path one of the patterns fits. <c>*</c> stays within a folder, <c>**</c> does not.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Matching(IEnumerable<string> patterns)
    {
        var expressions = patterns.Select(Glob).ToList();
        return _files.Where(file => expressions.Exists(one => one.IsMatch(file.Key)));
    }

    private static Regex Glob(string pattern)
    {
        var text = Regex.Escape(pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{text}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}
