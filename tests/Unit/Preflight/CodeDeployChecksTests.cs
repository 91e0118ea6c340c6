using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Preflight;

namespace BlueGreen.Ecs.Tests.Unit.Preflight;

public sealed class CodeDeployChecksTests
{
    private static readonly CodeDeployFacts Good = Facts.Good;

    [Fact]
    public void Check_AllInOrder_FindsNothing() => Findings(Good).Should().BeEmpty();

    [Fact]
    public void UnknownMembers_Used_AreErrorsThatNameThem() =>
        Only(Good with { TaskDefinition = Good.TaskDefinition with { Additional = [new("volumes", "[{}]")] } }, "BG102", FindingSeverity.Error)
            .Subject.Should().Be("volumes");

    [Fact]
    public void ProductionListener_ForwardsElsewhere_IsAnError()
    {
        var finding = Only(Good with { ProductionRules = [Facts.ForwardTo("green")] }, "BG301", FindingSeverity.Error);

        finding.Subject.Should().Be(Facts.Listener);
        finding.Message.Should().Contain("blue");
    }

    [Fact]
    public void ProductionListener_WeightZero_IsAnError() =>
        Only(Good with { ProductionRules = [Facts.Forward(("blue", 0), ("green", 1))] }, "BG301", FindingSeverity.Error).Fix.Should().Contain("blue");

    [Fact]
    public void TargetGroupPair_WithoutTheServingOne_NamesBothSides()
    {
        var service = Good.Service with { TargetGroupArn = Facts.TargetGroup("other") };

        Only(Good with { Service = service, ProductionRules = [Facts.ForwardTo("other")] }, "BG401", FindingSeverity.Error).Message.Should().Match("*other*blue and green*");
    }

    [Theory]
    [InlineData(Stage.Install)]
    [InlineData(Stage.ProductionTraffic)]
    [InlineData(Stage.Bake)]
    public void Gate_WhereCodeDeployCannotHold_IsAnError(Stage stage) =>
        Only(WithGate(stage), "BG402", FindingSeverity.Error).Subject.Should().Be($"Gate({stage})");

    [Fact]
    public void Gate_GroupThatDoesNotWait_IsAnError() =>
        Only(WithGate(Stage.TestTraffic) with { Group = new() { LoadBalancerInfo = Good.Group.LoadBalancerInfo, AutoRollbackConfiguration = Good.Group.AutoRollbackConfiguration } }, "BG403", FindingSeverity.Error)
            .Fix.Should().Contain("STOP_DEPLOYMENT");

    [Fact]
    public void Gate_GroupThatWaits_IsInOrder() => Findings(WithGate(Stage.TestTraffic)).Should().BeEmpty();

    [Fact]
    public void RunningDeployment_IsAWarningThatNamesIt() =>
        Only(Good with { RunningDeploymentId = "d-1" }, "BG404", FindingSeverity.Warning).Subject.Should().Be("d-1");

    [Theory]
    [InlineData(12.5, 60, "*whole percents*12.5*")]
    [InlineData(10, 90, "*whole minutes*00:01:30*")]
    [InlineData(1, 60 * 60, "*2880*")]
    public void Shift_ThatCodeDeployCannotDo_SaysWhy(double percent, int seconds, string message) =>
        Only(WithShift(TrafficShift.Linear(percent, TimeSpan.FromSeconds(seconds))), "BG405", FindingSeverity.Error).Message.Should().Match(message);

    [Fact]
    public void Shift_EveryPredefined_IsInOrder() =>
        TrafficShift.Predefined.Should().OnlyContain(shift => !Findings(WithShift(shift)).Any());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AutoRollBack_NotForFailures_IsAWarning(bool isEnabled)
    {
        var group = new Amazon.CodeDeploy.Model.DeploymentGroupInfo
        {
            LoadBalancerInfo = Good.Group.LoadBalancerInfo,
            AutoRollbackConfiguration = new() { Enabled = isEnabled, Events = ["DEPLOYMENT_STOP_ON_ALARM"] },
        };

        Only(Good with { Group = group }, "BG406", FindingSeverity.Warning).Subject.Should().Be("app/group");
    }

    [Fact]
    public void Bake_OtherThanTheGroups_IsAnError()
    {
        var facts = Good with { Deployment = Good.Deployment with { Bake = Good.TerminationWait + TimeSpan.FromMinutes(1) } };

        Only(facts, "BG407", FindingSeverity.Error).Fix.Should().Contain("app/group");
    }

    [Fact]
    public void Bake_AsTheGroups_IsAsGoodAsNone() =>
        CodeDeployChecks.All.SelectMany(check => check.Check(Good with { Deployment = Good.Deployment with { Bake = Good.TerminationWait } })).Should().BeEmpty();

    private static IEnumerable<Finding> Findings(CodeDeployFacts facts) => CodeDeployChecks.All.SelectMany(check => check.Check(facts));

    private static Finding Only(CodeDeployFacts facts, string code, FindingSeverity severity)
    {
        var finding = Findings(facts).Should().ContainSingle().Which;
        (finding.Code, finding.Severity).Should().Be((code, severity));
        return finding;
    }

    private static CodeDeployFacts WithGate(Stage stage) =>
        Good with { Deployment = Good.Deployment with { Gates = [new(stage, (_, _) => Task.FromResult(GateVerdict.Continue))] } };

    private static CodeDeployFacts WithShift(TrafficShift shift) => Good with { Deployment = Good.Deployment with { Shift = shift } };
}
