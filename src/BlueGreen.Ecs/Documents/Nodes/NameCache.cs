using System.Text;

namespace BlueGreen.Ecs.Documents;

/// <summary>
/// Texts that come again in every document, such as <c>containerDefinitions</c>, kept so that they are not made anew.
/// It never grows: a newcomer takes the place of the text that had it. Threads may race for a place; each gets a right text.
/// </summary>
internal static class NameCache
{
    private const int Places = 1024;
    private const int LongestKept = 48;
    private static readonly string?[] Kept = new string?[Places];

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var place = ref Kept[Hash(utf8) % Places];
        return place is { } kept && Ascii.Equals(utf8, kept) ? kept : place = Encoding.UTF8.GetString(utf8);
    }

    // FNV-1a.
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16777619;
        }

        return hash;
    }
}
