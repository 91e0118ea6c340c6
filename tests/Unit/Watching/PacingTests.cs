using BlueGreen.Ecs.Watching;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

public sealed class PacingTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(16);

    [Theory]
    [InlineData(300, 16)]
    [InlineData(64, 16)]
    [InlineData(40, 10)]
    [InlineData(8, 2)]
    [InlineData(4, 1)]
    [InlineData(0.1, 1)]
    public void After_AChangeIsDue_LooksComeCloserTowardsIt(double secondsLeft, double pause) =>
        Pacing.After(Now.AddSeconds(secondsLeft), Now, Now, Shortest, Longest).TotalSeconds.Should().Be(pause);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(60, 1)]
    [InlineData(300, 5)]
    [InlineData(3600, 16)]
    public void After_NothingIsForeseen_LooksThinOutWhileNothingChanges(double secondsSince, double pause) =>
        Pacing.After(null, Now.AddSeconds(-secondsSince), Now, Shortest, Longest).TotalSeconds.Should().Be(pause);

    [Fact]
    public void After_WhatWasDueHasNotComeYet_LooksAtTheShortestPause() =>
        Pacing.After(Now.AddSeconds(-1), Now.AddHours(-1), Now, Shortest, Longest).Should().Be(Shortest);

    [Fact]
    public void After_TheClockWasSetBack_LooksAtTheShortestPause() => Pacing.After(null, Now.AddHours(1), Now, Shortest, Longest).Should().Be(Shortest);

    [Fact]
    public void After_LongestBelowShortest_ShortestHoldsForAll() =>
        Pacing.After(Now.AddHours(1), Now, Now, TimeSpan.FromMinutes(1), Longest).Should().Be(TimeSpan.FromMinutes(1));

    [Fact]
    public void AfterFailures_OneAfterTheOther_PausesDoubleUpToTheLongest() =>
        Enumerable.Range(1, 7).Select(failures => Pacing.AfterFailures(failures, Shortest, Longest).TotalSeconds).Should().Equal(1, 2, 4, 8, 16, 16, 16);

    [Fact]
    public void Law_AnySchedule_PauseIsWithinBoundsAndNeverPassesWhatIsDue() =>
        Gen.Select(Gen.Double[0.1, 100_000], Gen.Double[0.1, 300], Gen.Double[0.1, 300]).Sample((left, shortest, longest) =>
        {
            var pause = Pacing.After(Now.AddSeconds(left), Now, Now, TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest)).TotalSeconds;
            return pause >= shortest - 1e-6 && pause <= Math.Max(shortest, longest) + 1e-6 && (pause <= left || pause <= shortest + 1e-6);
        });
}
