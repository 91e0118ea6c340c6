using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator;

public sealed class HistoryTests
{
    // A thousand seeds in the evidence; here as many as a test may take. BLUEGREEN_HISTORY_SEEDS says otherwise.
#pragma warning disable RS0030 // How long a test may take is the machine's choice.
    private static readonly int Seeds = int.Parse(
        Environment.GetEnvironmentVariable("BLUEGREEN_HISTORY_SEEDS") ?? "100", System.Globalization.CultureInfo.InvariantCulture);
#pragma warning restore RS0030

    [Fact]
    public async Task ToString_OfAnySeed_IsTheSameInEveryRun()
    {
        var different = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var first = await PlayAsync(seed);
            (await PlayAsync(seed)).Should().Be(first, "the seed is {0}", seed);
            different.Add(first);
        }

        different.Should().HaveCount(Seeds, "another seed names things differently");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Seeds} seeds, each played twice: every history is the same byte for byte.");
    }

    [Fact]
    public async Task History_OfMoreThanItsLimit_ForgetsTheOldest()
    {
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { HistoryLimit = 3 });
        for (var i = 0; i < 5; i++)
        {
            aws.Call("sts.GetCallerIdentity");
            aws.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        aws.History.ToString().Should().Be(
            "(2 older events are forgotten)\n"
            + "2026-01-01T00:00:02.000Z call sts.GetCallerIdentity: ok\n"
            + "2026-01-01T00:00:03.000Z call sts.GetCallerIdentity: ok\n"
            + "2026-01-01T00:00:04.000Z call sts.GetCallerIdentity: ok\n");
    }

    [Fact]
    public void HistoryLimit_OfNothing_IsRefused()
    {
        var create = () => new AwsSimulator(new AwsSimulatorOptions { HistoryLimit = 0 });

        create.Should().Throw<ArgumentException>().WithMessage("The history limit 0 is not allowed*");
    }

    // What differs from seed to seed goes wrong in different ways, so that every kind of event takes part.
    private static async Task<string> PlayAsync(int seed)
    {
        await using var world = await SeedWorld.CreateAsync(options => options.DeploymentConfigName = (seed % 3) switch
        {
            0 => "CodeDeployDefault.ECSAllAtOnce",
            1 => "CodeDeployDefault.ECSCanary10Percent5Minutes",
            _ => "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
        }, seed);
        world.Simulator.Faults.On("codedeploy:GetDeployment").Every(2 + (seed % 5)).Slow(TimeSpan.FromSeconds(1));
        if (seed % 4 == 3)
        {
            world.Simulator.Images[world.Seed.ImageV2].Crashes(TimeSpan.FromSeconds(seed % 30));
        }

        world.Finish(world.Deploy());
        return world.Simulator.History.ToString();
    }
}
