using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>Ids as Git makes them: the SHA-1 of the object's kind, length and bytes.</summary>
internal static class GitObjects
{
    public static string Blob(byte[] content) => Id("blob", content);

    public static string Tree(IEnumerable<GitTreeEntry> entries)
    {
        var bytes = new List<byte>();
        foreach (var entry in entries.OrderBy(entry => entry.SortKey, StringComparer.Ordinal))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes($"{entry.Mode} {entry.Name}\0"));
            bytes.AddRange(Convert.FromHexString(entry.Id));
        }

        return Id("tree", [.. bytes]);
    }

    public static string Commit(string tree, IReadOnlyList<string> parents, string author, string message)
    {
        var text = new StringBuilder($"tree {tree}\n");
        foreach (var parent in parents)
        {
            text.Append(CultureInfo.InvariantCulture, $"parent {parent}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"author {author}\ncommitter {author}\n\n{message}");
        return Id("commit", Encoding.UTF8.GetBytes(text.ToString()));
    }

    [SuppressMessage("Security", "CA5350", Justification = "Git's ids are SHA-1; nothing is protected by them.")]
    private static string Id(string kind, byte[] content)
    {
        var header = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {content.Length}\0"));
        return Convert.ToHexStringLower(SHA1.HashData([.. header, .. content]));
    }
}
