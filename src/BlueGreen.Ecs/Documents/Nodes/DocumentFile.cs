using System.Text;

namespace BlueGreen.Ecs.Documents;

/// <summary>Reads a file into nodes.</summary>
internal static class DocumentFile
{
    public static DocumentNode Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var source = Path.GetFileName(path);
        if (string.IsNullOrWhiteSpace(source))
        {
            throw Problem(path, "This names no file.");
        }

        byte[] bytes;
        try
        {
            bytes = ReadBytes(path, source);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Problem(source, $"The file cannot be read: {exception.Message}", exception);
        }

        return Parse(bytes, source);
    }

    /// <summary>Reads the bytes of a file.</summary>
    public static DocumentNode Parse(byte[] bytes, string source) => Parse(DocumentText.Decode(bytes, source), source);

    /// <summary>Reads a text: what begins with a brace, or is called so, is JSON; anything else is YAML.</summary>
    public static DocumentNode Parse(string text, string source) => Parse(DocumentText.Encode(text, source), source);

    private static DocumentNode Parse(ReadOnlyMemory<byte> text, string source)
    {
        var isJson = Path.GetExtension(source).Equals(".json", StringComparison.OrdinalIgnoreCase) || text.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
        return isJson ? JsonNodes.Parse(text, source) : YamlNodes.Parse(Encoding.UTF8.GetString(text.Span), source);
    }

    // What says that it is empty may go on for ever: no more is read than is allowed.
    private static byte[] ReadBytes(string path, string source)
    {
        using var file = File.OpenRead(path);
        if (file.CanSeek && file.Length > DocumentText.LargestSize)
        {
            throw DocumentText.TooLarge(source, file.Length);
        }

        using var bytes = new MemoryStream();
        Span<byte> buffer = stackalloc byte[4096];
        int count;
        while (bytes.Length <= DocumentText.LargestSize && (count = file.Read(buffer)) > 0)
        {
            bytes.Write(buffer[..count]);
        }

        return bytes.ToArray();
    }

    private static DocumentException Problem(string source, string problem, Exception? cause = null) => new(new(source, 1, 1, string.Empty), problem, cause);
}
