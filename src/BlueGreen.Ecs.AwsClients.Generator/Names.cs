using System.Text;

namespace BlueGreen.Ecs.AwsClients.Generator;

/// <summary>How the official packages make C# names from a model's names.</summary>
internal static class Names
{
    /// <summary>A property: the member's name with its first letter upper.</summary>
    public static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A constant of an enumeration: what is neither letter, digit nor <c>_</c> ends a word, words begin upper.</summary>
    public static string Constant(string value)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var character in value)
        {
            var isPart = char.IsLetterOrDigit(character) || character == '_';
            if (isPart)
            {
                name.Append(startsWord ? char.ToUpperInvariant(character) : character);
            }

            startsWord = !isPart;
        }

        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }
}
