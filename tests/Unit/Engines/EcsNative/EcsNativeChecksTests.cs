using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Preflight.EcsNative;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Engines.EcsNative;

public sealed class EcsNativeChecksTests
{
    private const string Rule = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/1/2/3";

    [Fact]
    public void All_ServiceInOrder_NothingIsFound() => Codes(Good()).Should().BeEmpty();

    [Theory]
    [InlineData("ROLLING")]
    [InlineData(null)]
    public void BG210_Rolling(string? strategy) => Codes(Good(configuration => configuration.Strategy = strategy)).Should().Equal("BG210");

    [Fact]
    public void BG211_NoLoadBalancer() => Codes(Good() with { LoadBalancers = [] }).Should().Equal("BG211");

    [Fact]
    public void BG212_NamesAllThatIsMissing()
    {
        Find(Good() with { LoadBalancers = [new() { TargetGroupArn = Group("blue"), ContainerName = "web", ContainerPort = 80 }] }).Should().ContainSingle()
            .Which.Message.Should().Contain("no alternateTargetGroupArn, no productionListenerRule, no roleArn");
        Find(Good() with { LoadBalancers = [Balancer(new() { AlternateTargetGroupArn = Group("green"), ProductionListenerRule = Rule })] }).Should().ContainSingle()
            .Which.Message.Should().EndWith("has no roleArn.");
    }

    [Theory]
    [InlineData("does not exist", null)]
    [InlineData("does not forward to green", "blue=1")]
    [InlineData("does not forward to blue and green", "other=1")]
    [InlineData("gives neither", "blue=0,green=0")]
    public void BG213_ProductionRule(string problem, string? weights)
    {
        var read = weights?.Split(',').Select(one => one.Split('=')).ToDictionary(one => Group(one[0]), one => int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

        var finding = Find(Good() with { ProductionRules = Rules(read) }).Should().ContainSingle().Which;

        (finding.Code, finding.Subject).Should().Be(("BG213", Rule));
        finding.Message.Should().Contain(problem);
    }

    [Fact]
    public void BG214_RunningDeployment_IsAWarning() =>
        Find(Good() with { RunningDeployment = "arn:1" }).Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BG214" && finding.Severity == FindingSeverity.Warning);

    [Fact]
    public void BG215_StepsOfAnySize_NameTheWayOut() =>
        Find(With(wanted => wanted with { Shift = TrafficShift.InSteps(TimeSpan.FromMinutes(1), 1, 100) })).Should().ContainSingle().Which.Fix.Should().Contain("EXTERNAL");

    [Theory]
    [InlineData(0, true)]
    [InlineData(86_400, true)]
    [InlineData(86_460, false)]
    [InlineData(90, false)]
    public void BG216_Bake(int seconds, bool isFine) =>
        Codes(With(wanted => wanted with { Bake = TimeSpan.FromSeconds(seconds) })).Should().Equal(isFine ? [] : ["BG216"]);

    [Theory]
    [InlineData(Stage.Pending, true)]
    [InlineData(Stage.Install, true)]
    [InlineData(Stage.TestTraffic, true)]
    [InlineData(Stage.ProductionTraffic, true)]
    [InlineData(Stage.Bake, false)]
    [InlineData(Stage.RollBack, false)]
    [InlineData(Stage.Finished, false)]
    public void BG217_GateWhereEcsCannotHold(Stage stage, bool isFine) => Codes(Gated(stage)).Should().Equal(isFine ? [] : ["BG217"]);

    [Theory]
    [InlineData(Stage.TestTraffic, "POST_TEST_TRAFFIC_SHIFT", false)]
    [InlineData(Stage.TestTraffic, "PRE_PRODUCTION_TRAFFIC_SHIFT", false)]
    [InlineData(Stage.TestTraffic, "POST_SCALE_UP", true)]
    [InlineData(Stage.ProductionTraffic, "POST_PRODUCTION_TRAFFIC_SHIFT", false)]
    public void BG218_PauseOfSomebodyElseWhereAGateHolds(Stage stage, string foreign, bool isFine) =>
        Codes(Gated(stage, ServiceDeployments.Foreign(foreign))).Should().Equal(isFine ? [] : ["BG218"]);

    [Fact]
    public void BG218_NoRoomForAnotherPause()
    {
        var ten = Enumerable.Range(0, 10).Select(_ => ServiceDeployments.Foreign("PRE_SCALE_UP")).ToArray();

        Codes(Gated(Stage.TestTraffic, ten)).Should().Equal("BG218");
        Codes(Good(configuration => configuration.LifecycleHooks = [.. ten])).Should().BeEmpty("without gates none is needed");
    }

    [Fact]
    public void BG219_InputThatOnlyCodeDeployUses() =>
        Codes(With(wanted => wanted with { AppSpec = new() { ContainerName = "web", ContainerPort = 80 }, CodeDeploy = new("a", "g") })).Should().Equal("BG219", "BG219");

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void BG220_CircuitBreaker(bool enable, bool rollBack) =>
        Codes(Good(configuration => configuration.DeploymentCircuitBreaker = new() { Enable = enable, Rollback = rollBack })).Should().Equal("BG220");

    [Theory]
    [InlineData("other", 80, "has no such container")]
    [InlineData("web", 81, "does not map that port")]
    public void BG221_ContainerOfTheLoadBalancer(string container, int port, string problem)
    {
        var definition = new TaskDefinition { Family = "web", ContainerDefinitions = [new() { Name = container, PortMappings = [new() { ContainerPort = port }] }] };

        var finding = Find(Good() with { TaskDefinition = definition }).Should().ContainSingle().Which;

        finding.Code.Should().Be("BG221");
        finding.Message.Should().Contain("port 80 of container \"web\"").And.Contain(problem);
    }

    [Theory]
    [InlineData("blue=1,green=0", 2, 0, true)]
    [InlineData("blue=0,green=1", 0, 2, true)]
    [InlineData("blue=0,green=1", 2, 0, false)]
    [InlineData("blue=50,green=50", 0, 2, false)]
    [InlineData("blue=0,green=1", 0, 0, true)]
    [InlineData("blue=50,green=50", 2, 2, true)]
    public void BG223_TrafficToTheEmptyTargetGroup(string weights, int blue, int green, bool isFine)
    {
        var read = weights.Split(',').Select(one => one.Split('=')).ToDictionary(one => Group(one[0]), one => int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var facts = Good() with { ProductionRules = Rules(read), Targets = new Dictionary<string, int>(StringComparer.Ordinal) { [Group("blue")] = blue, [Group("green")] = green } };

        Codes(facts).Should().Equal(isFine ? [] : ["BG223"]);
        Codes(facts with { RunningDeployment = "arn:1" }).Should().Equal("BG214");
    }

    private static List<Finding> Find(EcsNativeFacts facts) => [.. EcsNativeChecks.All.SelectMany(check => check.Check(facts))];

    private static IEnumerable<string> Codes(EcsNativeFacts facts) => Find(facts).Select(finding => finding.Code);

    private static EcsNativeFacts Gated(Stage stage, params DeploymentLifecycleHook[] hooks) =>
        With(wanted => wanted with { Gates = [new(stage, (_, _) => Task.FromResult(GateVerdict.Continue))] }, configuration => configuration.LifecycleHooks = [.. hooks]);

    private static EcsNativeFacts With(Func<BlueGreen.Ecs.Deployment, BlueGreen.Ecs.Deployment> change, Action<DeploymentConfiguration>? configure = null)
    {
        var facts = Good(configure);
        return facts with { Deployment = change(facts.Deployment) };
    }

    private static EcsNativeFacts Good(Action<DeploymentConfiguration>? configure = null)
    {
        var configuration = new DeploymentConfiguration { Strategy = DeploymentStrategy.BLUE_GREEN, DeploymentCircuitBreaker = new() { Enable = true, Rollback = true } };
        configure?.Invoke(configuration);
        return new()
        {
            Deployment = new() { Service = ServiceReference.Parse("web/shop") },
            Service = new()
            {
                Reference = ServiceReference.Parse("web/shop"),
                Arn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop",
                DeploymentController = "ECS",
                TaskDefinitionArn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1",
            },
            Configuration = configuration,
            LoadBalancers = [Balancer(new() { AlternateTargetGroupArn = Group("green"), ProductionListenerRule = Rule, RoleArn = "arn:aws:iam::123456789012:role/ecs" })],
            TaskDefinition = new() { Family = "web", ContainerDefinitions = [new() { Name = "web", PortMappings = [new() { ContainerPort = 80 }] }] },
            ProductionRules = Rules(new(StringComparer.Ordinal) { [Group("blue")] = 1, [Group("green")] = 0 }),
        };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>?> Rules(Dictionary<string, int>? weights) => new(StringComparer.Ordinal) { [Rule] = weights };

    private static LoadBalancer Balancer(AdvancedConfiguration advanced) =>
        new() { TargetGroupArn = Group("blue"), ContainerName = "web", ContainerPort = 80, AdvancedConfiguration = advanced };

    private static string Group(string name) => $"arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/{name}/73e2d6bc24d8a067";
}
