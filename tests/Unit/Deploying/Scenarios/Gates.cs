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

    /// <summary>Lets through after some time, and hears of nothing meanwhile, not even that it is not waited for any more.</summary>
    public static Func<GateContext, CancellationToken, Task<GateVerdict>> PassAfter(Scene scene, TimeSpan time) => async (_, _) =>
    {
        await Task.Delay(time, scene.Clock, CancellationToken.None);
        return GateVerdict.Continue;
    };

    /// <summary>Never answers, and hears of nothing.</summary>
    public static Func<GateContext, CancellationToken, Task<GateVerdict>> Never() => (_, _) => new TaskCompletionSource<GateVerdict>().Task;
}
