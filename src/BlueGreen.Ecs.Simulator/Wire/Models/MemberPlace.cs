namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>Where a member stands in an HTTP message of a REST protocol.</summary>
/// <param name="Location">The part of the message.</param>
/// <param name="WireName">Its name there; of <see cref="MemberLocation.Headers"/> the prefix.</param>
/// <param name="IsFlat">Whether a list in XML has no element around it.</param>
/// <param name="Item">What a list's elements are called in XML.</param>
internal sealed record MemberPlace(MemberLocation Location, string WireName, bool IsFlat, string Item)
{
    /// <summary>Reads a member's words that begin with <c>@</c>.</summary>
    public static MemberPlace Parse(string name, IEnumerable<string> words)
    {
        var place = new MemberPlace(MemberLocation.Body, name, IsFlat: false, "member");
        foreach (var word in words.Where(word => word.StartsWith('@')))
        {
            var parts = word[1..].Split('=', 2);
            var wire = parts.ElementAtOrDefault(1) ?? name;
            place = parts[0] switch
            {
                "name" => place with { WireName = wire },
                "flat" => place with { IsFlat = true },
                "item" => place with { Item = wire },
                var location => place with { Location = Enum.Parse<MemberLocation>(location, ignoreCase: true), WireName = wire },
            };
        }

        return place;
    }
}
