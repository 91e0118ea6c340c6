using System.Formats.Tar;
using System.IO.Compression;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>Archives as sets of files.</summary>
internal static class Archives
{
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    public static FileSet Zip(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var files = FileSet.Empty;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var data = entry.Open();
            files = files.With(entry.FullName, Bytes(data));
        }

        return files;
    }

    /// <exception cref="InvalidDataException">It is no tar archive, or not packed by gzip where it should be.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static FileSet Tar(ReadOnlyMemory<byte> content, bool isPacked)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var unpacked = isPacked ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var tar = new TarReader(unpacked);
        var files = FileSet.Empty;
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                files = files.With(entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name, Bytes(data));
            }
        }

        return files;
    }

    private static byte[] Bytes(Stream data)
    {
        using var buffer = new MemoryStream();
        data.CopyTo(buffer);
        return buffer.ToArray();
    }
}
