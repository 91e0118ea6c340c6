using BlueGreen.Ecs.Engines.TaskSets;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Engines.TaskSets;

public sealed class ForwardWeightsTests
{
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(10, 90, 10)]
    [InlineData(33, 67, 33)]
    [InlineData(100, 0, 100)]
    [InlineData(12.5, 7, 1)]
    [InlineData(0.5, 199, 1)]
    [InlineData(0.1, 999, 1)]
    [InlineData(99.9, 1, 999)]
    [InlineData(33.3, 667, 333)]
    public void For_WhatWeightsCanGive_IsExact(double percent, int blue, int green)
    {
        ForwardWeights.For(percent).Should().Be(new ForwardWeights(blue, green));
        ForwardWeights.IsExact(percent).Should().BeTrue();
    }

    [Theory]
    [InlineData(0.01, 999, 1)]
    [InlineData(99.99, 1, 999)]
    public void For_WhatWeightsCannotGive_IsTheNearestThatLeavesEachSideSomething(double percent, int blue, int green)
    {
        ForwardWeights.For(percent).Should().Be(new ForwardWeights(blue, green));
        ForwardWeights.IsExact(percent).Should().BeFalse();
    }

    [Fact]
    public void For_AnyPercentage_KeepsTheLimitsAndComesAtLeastAsNearAsAnyOther() => Gen.Select(Gen.Double[0.01, 99.99], Gen.Int[1, 999], Gen.Int[1, 999]).Sample((percent, blue, green) =>
    {
        var weights = ForwardWeights.For(percent);

        weights.Blue.Should().BeInRange(1, 999);
        weights.Green.Should().BeInRange(1, 999);
        Math.Abs(weights.GreenPercent - percent).Should().BeLessThanOrEqualTo(Math.Abs(new ForwardWeights(blue, green).GreenPercent - percent) + 1e-8);
    });

    [Fact]
    public void TagText_AnyText_ComesBackAndHoldsOnlyWhatTagsMay() => Gen.String[0, 40].Sample(text =>
    {
        var value = TagText.Encode(text);

        value.Length.Should().BeLessThanOrEqualTo(256);
        value.Should().MatchRegex("^[A-Za-z0-9 +\\-=._:/@]*$");
        if (value.Length < 200 && !text.Any(char.IsSurrogate))
        {
            TagText.Decode(value).Should().Be(text);
        }
    });

    [Fact]
    public void ShiftText_AnyShift_ComesBack() => Gen.Select(Gen.Double[0.01, 99.9], Gen.Int[1, 3000]).Sample((percent, seconds) =>
    {
        var pause = TimeSpan.FromSeconds(seconds);
        foreach (var shift in (TrafficShift[])[TrafficShift.AllAtOnce, TrafficShift.Canary(percent, pause), TrafficShift.Linear(percent, pause), TrafficShift.InSteps(pause, percent, 100)])
        {
            ShiftText.Read(ShiftText.Write(shift)).Should().Be(shift);
        }
    });
}
