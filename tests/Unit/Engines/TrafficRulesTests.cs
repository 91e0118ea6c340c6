using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Tests.Unit.Preflight;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Engines;

public sealed class TrafficRulesTests
{
    [Fact]
    public void Shares_Weights_ArePartsOfHundred() => Gen.Select(Gen.Int[0, 999], Gen.Int[1, 999]).Sample((blue, green) =>
    {
        var shares = TrafficRules.Shares([Facts.Forward(("blue", blue), ("green", green))], ["blue", "green"]);
        shares["blue"].Should().BeApproximately(100.0 * blue / (blue + green), 1e-9);
        shares.Values.Sum().Should().BeApproximately(100, 1e-9);
    });

    [Fact]
    public void Shares_OneGroup_HasAll() => TrafficRules.Shares([Facts.ForwardTo("blue")], ["blue", "green"])["blue"].Should().Be(100);

    [Fact]
    public void Shares_NoWeightSaid_CountsOne() => TrafficRules.Shares([Facts.Forward(("blue", null), ("green", 3))], ["blue"])["blue"].Should().Be(25);

    [Fact]
    public void Shares_AllWeightsZero_AreZero() => TrafficRules.Shares([Facts.Forward(("blue", 0), ("green", 0))], ["blue"])["blue"].Should().Be(0);

    [Fact]
    public void Shares_SeveralRules_TakesTheFirstThatForwardsToOneOfThem() =>
        TrafficRules.Shares([Facts.ForwardTo("other"), new() { Actions = [] }, Facts.ForwardTo("green"), Facts.ForwardTo("blue")], ["blue", "green"])
            .Should().ContainSingle().Which.Key.Should().Be("green");

    [Fact]
    public void Shares_NoRuleForwardsToThem_IsEmpty() => TrafficRules.Shares([Facts.ForwardTo("other"), new()], ["blue"]).Should().BeEmpty();
}
