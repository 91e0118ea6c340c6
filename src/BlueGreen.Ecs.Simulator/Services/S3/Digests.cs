using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreen.Ecs.Simulator.Services.S3;

/// <summary>Digests and checksums, as S3 computes them.</summary>
internal static class Digests
{
    // The polynomials, their bits reversed.
    private static readonly ulong[] Crc32Table = Table(0xEDB88320);
    private static readonly ulong[] Crc32CTable = Table(0x82F63B78);
    private static readonly ulong[] Crc64NvmeTable = Table(0x9A6C9329AC4BC9B5);

#pragma warning disable CA5350, CA5351 // The algorithms are S3's; nothing is protected by them.
    public static byte[] Md5(ReadOnlySpan<byte> content) => MD5.HashData(content);

    public static byte[] Sha1(ReadOnlySpan<byte> content) => SHA1.HashData(content);
#pragma warning restore CA5350, CA5351

    public static string Md5Hex(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(Md5(content));

    public static string Sha256Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <returns>The checksum in base64, as headers carry it; none for an algorithm that is not computed here.</returns>
    public static string? Checksum(string algorithm, ReadOnlySpan<byte> content) => algorithm switch
    {
        "CRC32" => Crc32(Crc32Table, content),
        "CRC32C" => Crc32(Crc32CTable, content),
        "CRC64NVME" => Crc64(content),
        "SHA1" => Convert.ToBase64String(Sha1(content)),
        "SHA256" => Convert.ToBase64String(SHA256.HashData(content)),
        "SHA512" => Convert.ToBase64String(SHA512.HashData(content)),
        "MD5" => Convert.ToBase64String(Md5(content)),
        _ => null,
    };

    private static string Crc32(ulong[] table, ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, ~(uint)Crc(table, uint.MaxValue, content));
        return Convert.ToBase64String(bytes);
    }

    private static string Crc64(ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ~Crc(Crc64NvmeTable, ulong.MaxValue, content));
        return Convert.ToBase64String(bytes);
    }

    private static ulong Crc(ulong[] table, ulong crc, ReadOnlySpan<byte> content)
    {
        foreach (var one in content)
        {
            crc = table[(byte)crc ^ one] ^ (crc >> 8);
        }

        return crc;
    }

    private static ulong[] Table(ulong polynomial)
    {
        var table = new ulong[256];
        for (var i = 0; i < table.Length; i++)
        {
            var crc = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ polynomial;
            }

            table[i] = crc;
        }

        return table;
    }
}
