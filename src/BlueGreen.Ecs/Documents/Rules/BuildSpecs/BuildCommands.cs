namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>The commands of a buildspec with their places, and what they are about.</summary>
internal static class BuildCommands
{
    public const string ImageDetail = "imageDetail.json";

    public static IEnumerable<(string Path, string Command)> Of(BuildSpec spec)
    {
        var phases = new[] { ("install", spec.Phases.Install), ("pre_build", spec.Phases.PreBuild), ("build", spec.Phases.Build), ("post_build", spec.Phases.PostBuild) };
        foreach (var (name, phase) in phases)
        {
            foreach (var (list, commands) in new[] { ("commands", phase?.Commands), ("finally", phase?.Finally) })
            {
                foreach (var (command, i) in (commands ?? []).Select((command, i) => (command, i)))
                {
                    yield return ($"phases.{name}.{list}[{i}]", command);
                }
            }
        }
    }

    public static bool Mentions(this string command, string text) => command.Contains(text, StringComparison.Ordinal);
}
