using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Watching;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

public sealed class RhythmTests
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private static readonly Gen<(long Seed, double At, double Pause)> Looks = Gen.Select(Gen.Long, Gen.Double[-10, 100_000], Gen.Double[1, 300]);

    [Fact]
    public void Law_NextLook_IsWithinThePauseAndNeverAtOnce() => Looks.Sample(look =>
    {
        var now = Origin.AddSeconds(look.At);
        var pause = (new Rhythm(Beat, Origin, look.Seed).NextLook(now, TimeSpan.FromSeconds(look.Pause)) - now).TotalSeconds;
        return pause >= 0.5 && pause <= look.Pause + 0.6;
    });

    [Fact]
    public void Law_RunsThatLookAtAnyTime_MeetAtTheSameBeats() => Looks.Sample(look =>
    {
        var rhythm = new Rhythm(Beat, Origin, look.Seed);
        var (slow, fast) = (rhythm.NextLook(Origin.AddSeconds(look.At), TimeSpan.FromSeconds(look.Pause)), Origin.AddSeconds(look.At));
        while (fast < slow)
        {
            fast = rhythm.NextLook(fast, Beat);
        }

        return fast == slow;
    });

    [Fact]
    public void NextLook_RunsThatBeganAtDifferentTimes_LongPausesEndTogether()
    {
        var rhythm = new Rhythm(Beat, Origin, 7);

        Enumerable.Range(1, 14).Select(second => rhythm.NextLook(Origin.AddSeconds(second), TimeSpan.FromSeconds(16))).Distinct().Should().ContainSingle();
    }

    [Fact]
    public void NextLook_AnotherSeed_ComesAtOtherMoments()
    {
        var moments = Enumerable.Range(0, 100).Select(seed => new Rhythm(Beat, Origin, seed).NextLook(Origin.AddSeconds(0.2), Beat)).ToList();

        moments.Should().OnlyHaveUniqueItems();
        moments.Should().OnlyContain(moment => moment >= Origin + Beat && moment < Origin + (Beat * 1.1));
    }

    [Fact]
    public async Task Begin_TheSameMoment_GivesTheSameBeats()
    {
        await using var simulator = new AwsSimulator();
        var (first, second) = (Rhythm.Begin(Beat, simulator.Clock), Rhythm.Begin(Beat, simulator.Clock));

        var now = simulator.Clock.GetUtcNow().AddMinutes(1);
        first.NextLook(now, Beat).Should().Be(second.NextLook(now, Beat));
    }
}
