namespace BlueGreen.Ecs.Documents;

/// <summary>Reads a file into nodes.</summary>
internal static class DocumentFile
{
    private const long LargestFile = 1024 * 1024;

    public static DocumentNode Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var source = Path.GetFileName(path);
        if (string.IsNullOrWhiteSpace(source))
        {
            throw Problem(path, "This names no file.");
        }

        try
        {
            var size = new FileInfo(path).Length;
            return size <= LargestFile
                ? Parse(File.ReadAllText(path), source)
                : throw Problem(source, $"The file has {size} bytes; allowed are {LargestFile}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Problem(source, $"The file cannot be read: {exception.Message}", exception);
        }
    }

    public static DocumentNode Parse(string text, string source)
    {
        var isJson = Path.GetExtension(source).Equals(".json", StringComparison.OrdinalIgnoreCase) || text.AsSpan().TrimStart() is ['{', ..];
        return isJson ? JsonNodes.Parse(text, source) : YamlNodes.Parse(text, source);
    }

    private static DocumentException Problem(string source, string problem, Exception? cause = null) => new(new(source, 1, 1, string.Empty), problem, cause);
}
