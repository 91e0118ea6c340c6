using BlueGreen.Ecs.Tests.Unit.Deploying.Groups;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

/// <summary>Every stage of every engine: it can hold there, or the plan says that it cannot.</summary>
public sealed class GateStageTests
{
    private static readonly Dictionary<string, (string Code, Stage[] Holds)> Engines = new(StringComparer.Ordinal)
    {
        ["labo-terraform-admin"] = ("BG402", [Stage.TestTraffic]),
        ["native"] = ("BG217", [Stage.Pending, Stage.Install, Stage.TestTraffic, Stage.ProductionTraffic]),
        ["a"] = ("BG241", [Stage.Install, Stage.TestTraffic, Stage.ProductionTraffic, Stage.Bake]),
    };

    [Fact]
    public async Task Plan_GateAtEachStage_CanStartOrNamesTheStages()
    {
        await using var bench = await GroupBench.CreateMixedAsync();
        foreach (var (name, (code, holds)) in Engines)
        {
            foreach (var stage in Enum.GetValues<Stage>().Append((Stage)42))
            {
                var plan = await bench.Deployer.PlanAsync(GroupBench.Deploy(name).Gate(stage, HttpProbe.Of("http://test.example.com/")).Build(), TestContext.Current.CancellationToken);

                plan.CanStart.Should().Be(holds.Contains(stage), $"of {stage} by {plan.Engine}");
                foreach (var error in plan.Findings.Where(finding => finding.Severity == FindingSeverity.Error))
                {
                    (error.Code, error.Subject).Should().Be((code, $"Gate({stage})"));
                    error.Message.Should().ContainAll(holds.Select(hold => hold.ToString()));
                }
            }
        }
    }
}
