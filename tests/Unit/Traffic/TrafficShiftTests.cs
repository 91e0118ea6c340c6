using BlueGreen.Ecs.Tests.Unit.Support;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Traffic;

public sealed class TrafficShiftTests
{
    public static TheoryData<string> PredefinedNames => [.. TrafficShift.Predefined.Select(shift => shift.ToString())];

    [Fact]
    public void Steps_AnyShift_IncreaseInTimeAndPercentToHundred() => Samples.Shift.Sample(shift =>
    {
        var steps = shift.Steps;
        steps[0].Offset.Should().Be(TimeSpan.Zero);
        steps[^1].GreenPercent.Should().Be(100);
        steps.Zip(steps.Skip(1)).All(pair => pair.First.Offset < pair.Second.Offset && pair.First.GreenPercent < pair.Second.GreenPercent).Should().BeTrue();
        shift.Duration.Should().Be(steps[^1].Offset);
    });

    [Fact]
    public void Steps_LinearByAWholeFraction_HasThatManySteps() => Gen.Int[2, 1000].Sample(parts =>
        TrafficShift.Linear(100.0 / parts, TimeSpan.FromMinutes(1)).Steps.Should().HaveCount(parts));

    [Fact]
    public void InSteps_Percents_AreTakenAsTheyAre()
    {
        var shift = TrafficShift.InSteps(TimeSpan.FromMinutes(10), 1, 5, 25, 100);

        shift.Steps.Should().Equal(new(TimeSpan.Zero, 1), new(TimeSpan.FromMinutes(10), 5), new(TimeSpan.FromMinutes(20), 25), new(TimeSpan.FromMinutes(30), 100));
        shift.Should().Be(TrafficShift.InSteps(TimeSpan.FromMinutes(10), 1, 5, 25, 100)).And.NotBe(TrafficShift.InSteps(TimeSpan.FromMinutes(10), 1, 5, 30, 100));
        shift.ToString().Should().Be("Steps1To5To25To100PercentEvery10Minutes");
    }

    [Theory]
    [InlineData(1.0, 50.0)]
    [InlineData(50.0, 50.0, 100.0)]
    [InlineData(60.0, 50.0, 100.0)]
    public void InSteps_ThatDoNotGrowTo100_AreRefused(params double[] percents) =>
        FluentActions.Invoking(() => TrafficShift.InSteps(TimeSpan.FromMinutes(1), percents)).Should().Throw<ArgumentException>();

    [Fact]
    public void Steps_Linear30Percent_EndsWithWhatRemains() =>
        TrafficShift.Linear(30, TimeSpan.FromMinutes(2)).Steps.Should().Equal(
            new TrafficStep(TimeSpan.Zero, 30),
            new TrafficStep(TimeSpan.FromMinutes(2), 60),
            new TrafficStep(TimeSpan.FromMinutes(4), 90),
            new TrafficStep(TimeSpan.FromMinutes(6), 100));

    [Theory]
    [MemberData(nameof(PredefinedNames))]
    public void FindPredefined_EveryName_RoundTrips(string name)
    {
        TrafficShift.FindPredefined(name)!.ToString().Should().Be(name);
        TrafficShift.FindPredefined($"CodeDeployDefault.ECS{name}").Should().Be(TrafficShift.FindPredefined(name));
        TrafficShift.FindPredefined(name.ToUpperInvariant()).Should().Be(TrafficShift.FindPredefined(name));
    }

    [Fact]
    public void FindPredefined_Unknown_IsNull() => TrafficShift.FindPredefined("Canary11Percent5Minutes").Should().BeNull();

    [Fact]
    public void Predefined_All_AreAwsFiveConfigurations() =>
        TrafficShift.Predefined.Select(shift => shift.ToString()).Should().BeEquivalentTo(
            "AllAtOnce", "Linear10PercentEvery1Minutes", "Linear10PercentEvery3Minutes", "Canary10Percent5Minutes", "Canary10Percent15Minutes");

    [Fact]
    public void Canary_SamePartsAsAPredefinedOne_EqualsIt() =>
        TrafficShift.Canary(10, TimeSpan.FromMinutes(5)).Should().Be(TrafficShift.Canary10Percent5Minutes);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e-9)]
    public void Linear_PercentOutOfLimits_SaysWhatIsAllowed(double percent)
    {
        FluentActions.Invoking(() => TrafficShift.Linear(percent, TimeSpan.FromMinutes(1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*0.01*100 percent*AllAtOnce*");
        FluentActions.Invoking(() => TrafficShift.Canary(percent, TimeSpan.FromMinutes(1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("30.00:00:01")]
    public void Canary_PauseOutOfLimits_SaysWhatIsAllowed(string pause) =>
        FluentActions.Invoking(() => TrafficShift.Canary(10, TimeSpan.Parse(pause, System.Globalization.CultureInfo.InvariantCulture)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*longer than zero*30 days*");
}
