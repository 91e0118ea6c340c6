using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Quickstart;

/// <summary>What version 2 is like, and how fast time passes.</summary>
internal sealed record Scenario
{
    private const double WithinTwentySeconds = 50;

    // CodeDeploy gives a new version an hour to become healthy before it calls the deployment failed.
    private const double AnHourInTwelveSeconds = 300;

    /// <summary>How many simulated seconds pass in a real one.</summary>
    public double TimeScale { get; private init; } = WithinTwentySeconds;

    /// <summary>How version 2 behaves. Default: it answers with a page that says so.</summary>
    public ImageBehavior NewVersion { get; private init; } = new();

    /// <summary>Whether monitoring finds version 2 too slow as soon as it gets production traffic.</summary>
    public bool RaisesAlarm { get; private init; }

    /// <summary>Ten looks in a real second.</summary>
    public TimeSpan PollInterval => TimeSpan.FromSeconds(TimeScale / 10);

    /// <returns>The scenario that the arguments ask for, or <see langword="null"/> when there is none such.</returns>
    public static Scenario? Parse(string[] args) => args switch
    {
        [] => new(),
        ["--fail", "container"] => new() { TimeScale = AnHourInTwelveSeconds, NewVersion = new() { ExitCode = 1 } },
        ["--fail", "health"] => new() { TimeScale = AnHourInTwelveSeconds, NewVersion = new() { Respond = _ => new(500, "not well") } },
        ["--fail", "gate"] => new() { NewVersion = new() { Respond = request => request.Path == "/orders" ? new(500, "no orders") : new(200, "version 2") } },
        ["--fail", "alarm"] => new() { RaisesAlarm = true },
        _ => null,
    };
}
