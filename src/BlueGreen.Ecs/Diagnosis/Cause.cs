namespace BlueGreen.Ecs.Diagnosis;

/// <summary>Writes causes down.</summary>
internal static class Cause
{
    private const int MostLines = 10;

    /// <summary>A cause that AWS names.</summary>
    public static FailureCause Certain(string code, string subject, string message, string fix, params IEnumerable<string> lines) => Of(code, Confidence.Certain, subject, message, fix, lines);

    /// <summary>A cause for which AWS's words speak, and that may have a deeper one.</summary>
    public static FailureCause Likely(string code, string subject, string message, string fix, params IEnumerable<string> lines) => Of(code, Confidence.Likely, subject, message, fix, lines);

    /// <summary>A cause for which circumstances speak.</summary>
    public static FailureCause Possible(string code, string subject, string message, string fix, params IEnumerable<string> lines) => Of(code, Confidence.Possible, subject, message, fix, lines);

    /// <summary>A sentence that ends with somebody else's words has one full stop.</summary>
    public static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : $"{trimmed}.";

    /// <summary>What stands between two texts.</summary>
    /// <returns>The text between, or <see langword="null"/> when they do not stand there.</returns>
    public static string? Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        var to = from < 0 ? -1 : text.IndexOf(end, from + start.Length, StringComparison.Ordinal);
        return to < 0 ? null : text[(from + start.Length)..to];
    }

    private static FailureCause Of(string code, Confidence confidence, string subject, string message, string fix, IEnumerable<string> lines) =>
        new(new Finding(code, FindingSeverity.Error, subject, message, fix) { Evidence = lines.Distinct(StringComparer.Ordinal).Take(MostLines).ToEquatableArray() }, confidence);
}
