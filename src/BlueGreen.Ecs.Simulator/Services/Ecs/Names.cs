namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What ECS accepts as a name.</summary>
internal static class Names
{
    private const int Longest = 255;

    public static bool AreLegal(string name) =>
        name.Length is > 0 and <= Longest && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
