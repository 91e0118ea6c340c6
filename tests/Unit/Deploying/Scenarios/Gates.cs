namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Gates' code.</summary>
internal static class Gates
{
    /// <summary>Lets through, and notes that it was asked.</summary>
    public static Func<GateContext, CancellationToken, Task<GateVerdict>> Pass(Scene scene, string note = "asked") => (_, _) =>
    {
        scene.Notes.Add(note);
        return Task.FromResult(GateVerdict.Continue);
    };

    public static Func<GateContext, CancellationToken, Task<GateVerdict>> RollBack(string reason) => (_, _) => Task.FromResult(GateVerdict.RollBack(reason));

    /// <summary>Lets through after some time; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public static Func<GateContext, CancellationToken, Task<GateVerdict>> PassAfter(Scene scene, TimeSpan time) => async (_, cancellationToken) =>
    {
        await Task.Delay(time, scene.Clock, cancellationToken);
        return GateVerdict.Continue;
    };

    public static Func<GateContext, CancellationToken, Task<GateVerdict>> Never(Scene scene) => PassAfter(scene, Timeout.InfiniteTimeSpan);
}
