using BlueGreen.Ecs.Tests.Unit.Deploying;
using BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>A valid environment, and a deployment that is fit for it: nothing of it may be found fault with.</summary>
internal sealed record CleanWorld
{
    /// <summary>What else may be in such an environment.</summary>
    private static readonly CleanTwist[] Twists = Enum.GetValues<CleanTwist>();

    public required Engine Engine { get; init; }

    public required ServiceSetup Service { get; init; }

    public required TrafficShift Shift { get; init; }

    public required IReadOnlyList<CleanTwist> With { get; init; }

    public static Gen<CleanWorld> Any { get; } = Gen.Select(
        Gen.Enum<Engine>(), Gen.Int[1, 6], Gen.Bool, Gen.Int[0, 20], Gen.OneOf(Gen.Const(TrafficShift.AllAtOnce), Gen.Const(TrafficShift.Canary10Percent5Minutes), Gen.Const(TrafficShift.Linear10PercentEvery3Minutes)), Gen.Shuffle(Twists, 0, 4),
        (engine, tasks, isTested, bake, shift, twists) => new CleanWorld
        {
            Engine = engine,
            Service = new() { Tasks = tasks, HasTestListener = isTested || shift == TrafficShift.AllAtOnce, Bake = TimeSpan.FromMinutes(bake) },
            Shift = shift,
            With = twists,
        });

    /// <summary>Everything that is found before a deployment.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync()
    {
        await using var bench = await Service.CreateAsync(Engine);
        var process = bench.StartProcess(checksSurroundings: true);
        var deployment = (With.Count == 0 ? bench.Service.Deploy() : Deployment.For(bench.Service.Reference).WithTaskDef(TestBench.Deploy().Build().TaskDefinition!)).Shift(Shift);
        foreach (var twist in With)
        {
            deployment = await CleanTwists.AddAsync(twist, bench, process, deployment);
        }

        return (await bench.Clock.DriveAsync(bench.Deployer.PlanAsync(deployment.Build(), TestContext.Current.CancellationToken))).Findings;
    }

    public override string ToString() => $"{Engine}, {Service}, {Shift}, with {string.Join(", ", With)}";
}
