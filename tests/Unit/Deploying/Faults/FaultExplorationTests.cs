using System.Globalization;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Every call of a deployment goes wrong in every way, one at a time.</summary>
public sealed class FaultExplorationTests(ITestOutputHelper output)
{
    // Not many looks, so that the calls which change something are a large part.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(40);

    // The evidence takes every call, one after the other; here each sixteenth. BLUEGREEN_FAULT_STRIDE says otherwise.
#pragma warning disable RS0030 // How long a test may take is the machine's choice.
    private static readonly int Stride = int.Parse(Environment.GetEnvironmentVariable("BLUEGREEN_FAULT_STRIDE") ?? "16", CultureInfo.InvariantCulture);
#pragma warning restore RS0030

    public static TheoryData<Engine, FaultKind> Cases()
    {
        var data = new TheoryData<Engine, FaultKind>();
        data.AddRange([.. Enum.GetValues<Engine>().SelectMany(_ => Enum.GetValues<FaultKind>(), (engine, fault) => new TheoryDataRow<Engine, FaultKind>(engine, fault))]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Deploy_EachCallGoesWrong_EndsOnOneHealthyVersion(Engine engine, FaultKind fault)
    {
        var explored = new List<Explored>();
        foreach (var path in DeploymentPath.All)
        {
            for (var call = 1 + ((int)fault % Stride); ; call += Stride)
            {
                var one = await Exploration.RunAsync(engine, path, Pause, new FaultSchedule((call, fault)));
                if (one.IsUndisturbed)
                {
                    break;
                }

                explored.Add(one);
            }
        }

        output.WriteLine($"explored {engine} {fault}: {explored.Count} schedules, {explored.Count(one => one.Endings.Count > 1)} taken up by another process, {explored.Sum(one => one.Violations.Count)} violations");
        explored.Where(one => one.Violations.Count > 0).Select(one => one.ToString()).Should().BeEmpty();
        explored.Should().HaveCountGreaterThan(60 / Stride);
    }
}
