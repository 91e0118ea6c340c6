namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>An availability zone.</summary>
/// <param name="Name">Such as <c>eu-west-1a</c>.</param>
/// <param name="Id">Such as <c>euw1-az1</c>. Which zone has which id differs between accounts; here ids follow the letters.</param>
internal sealed record Zone(string Name, string Id)
{
    /// <returns>The zones of a region: those that AWS has for new accounts where it is known to differ from a, b and c.</returns>
    public static IReadOnlyList<Zone> Of(string region)
    {
        var letters = region switch
        {
            "us-east-1" => "abcdef",
            "us-west-2" or "ap-northeast-2" => "abcd",
            "us-west-1" => "ac",
            "ap-northeast-1" => "acd",
            "ca-central-1" => "abd",
            _ => "abc",
        };
        return [.. letters.Select((letter, at) => new Zone($"{region}{letter}", $"{Short(region)}-az{at + 1}"))];
    }

    // ap-northeast-1 is apne1.
    private static string Short(string region)
    {
        var parts = region.Split('-');
        var words = parts[1..^1].Select(word => word switch
        {
            "northeast" => "ne",
            "northwest" => "nw",
            "southeast" => "se",
            "southwest" => "sw",
            _ => word[..1],
        });
        return parts[0] + string.Concat(words) + parts[^1];
    }
}
