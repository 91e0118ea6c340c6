using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Wire;

/// <summary>
/// The content encoding <c>aws-chunked</c>: chunks, each with its size in hexadecimal digits and perhaps a signature before it, and trailing headers,
/// among them checksums. Signatures are not checked.
/// </summary>
internal static class ChunkedBody
{
    private const string Encoding = "Content-Encoding";
    private const string Name = "aws-chunked";

    /// <returns>The request with its plain body, and with trailing headers among the others.</returns>
    /// <exception cref="AwsErrorException">The chunks cannot be read.</exception>
    public static WireRequest Decode(WireRequest request)
    {
        if (!request.Header("x-amz-content-sha256").StartsWith("STREAMING-", StringComparison.Ordinal) && !request.Header(Encoding).Contains(Name, StringComparison.OrdinalIgnoreCase))
        {
            return request;
        }

        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
        var encodings = request.Header(Encoding).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(one => !one.Equals(Name, StringComparison.OrdinalIgnoreCase));
        headers[Encoding] = string.Join(',', encodings);
        if (headers[Encoding].Length == 0)
        {
            headers.Remove(Encoding);
        }

        using var plain = new MemoryStream();
        var rest = request.Body.Span;
        while (Line(ref rest) is { } line)
        {
            if (!int.TryParse(line.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0 || size > rest.Length)
            {
                throw new AwsErrorException("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
            }

            if (size == 0)
            {
                break;
            }

            plain.Write(rest[..size]);
            rest = rest[size..];
            Line(ref rest);
        }

        while (Line(ref rest) is { Length: > 0 } trailer)
        {
            var parts = trailer.Split(':', 2);
            headers[parts[0].Trim()] = parts.ElementAtOrDefault(1)?.Trim() ?? string.Empty;
        }

        return request with { Headers = headers, Body = plain.ToArray() };
    }

    // The text up to the next line end, which is taken away too; nothing at the end.
    private static string? Line(ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return null;
        }

        var end = rest.IndexOf("\r\n"u8);
        var line = System.Text.Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]);
        rest = end < 0 ? [] : rest[(end + 2)..];
        return line;
    }
}
