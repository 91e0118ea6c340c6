using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>The functions of hooks, and the roles in whose name ECS calls them.</summary>
public sealed class HookSurveyTests
{
    private const string Account = "arn:aws:lambda:ap-northeast-1:123456789012:function:";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"SERVICE"},"Action":"sts:AssumeRole"}}""";
    private const string Invoke = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"*"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("smoke-test")]
    [InlineData("smoke-test:live")]
    [InlineData(Account + "smoke-test")]
    [InlineData(Account + "smoke-test:1")]
    public async Task Function_HoweverItIsNamed_IsLookedFor(string function)
    {
        await using var bench = await SurveyBench.CreateAsync();

        var missing = await bench.FindAsync(With(bench, function));
        bench.Simulator.Functions["smoke-test"] = _ => HookReply.Succeeded();
        var found = await bench.FindAsync(With(bench, function));

        missing.Where(one => one.Code == "BG415").Should().ContainSingle().Which.Should().Match<Finding>(one => one.Severity == FindingSeverity.Error && one.Subject == function && one.Message.Contains("AfterAllowTestTraffic"));
        found.Should().BeEmpty();
    }

    [Fact]
    public async Task Version_ThatAFunctionDoesNotHave_IsMissing()
    {
        await using var bench = await SurveyBench.CreateAsync();
        var created = new JsonObject
        {
            ["FunctionName"] = "smoke-test",
            ["PackageType"] = "Image",
            ["Code"] = new JsonObject { ["ImageUri"] = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/hook:v1" },
            ["Role"] = "arn:aws:iam::123456789012:role/hook",
        };
        bench.Simulator.Invoke("lambda", "CreateFunction", created, bench.Seed.Region);

        (await bench.FindAsync(With(bench, "smoke-test"))).Should().BeEmpty();
        (await bench.FindAsync(With(bench, "smoke-test:7"))).Should().ContainSingle().Which.Code.Should().Be("BG415");
    }

    [Theory]
    [InlineData("arn:aws:lambda:ap-northeast-1:999999999999:function:smoke-test")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:smoke-test")]
    public async Task Function_OfElsewhere_IsNotLookedFor(string function)
    {
        await using var bench = await SurveyBench.CreateAsync();

        var found = await bench.FindAsync(With(bench, function));

        found.Where(one => one.Severity == FindingSeverity.Error).Should().ContainSingle().Which.Code.Should().Be("BG267");
        bench.Simulator.History.Should().NotContain(one => one.Kind == "call" && one.Subject.Contains("GetFunctionConfiguration"));
    }

    [Fact]
    public async Task Function_ThatMayNotBeLookedAt_IsNotChecked()
    {
        await using var bench = await SurveyBench.CreateAsync();
        bench.Simulator.Faults.On("lambda:*").Fail("AccessDeniedException", "User is not authorized");

        (await bench.FindAsync(With(bench, "smoke-test"))).Should().ContainSingle().Which.Should().Match<Finding>(one => one.Code == "BG600" && one.Fix == "Allow lambda:GetFunctionConfiguration to whoever deploys.");
    }

    [Fact]
    public async Task NativeHook_WithFunctionAndRole_IsClean()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Functions["smoke-test"] = _ => HookReply.Succeeded();
        await AddRoleAsync(bench, "ecs.amazonaws.com", Invoke);

        var plan = await PlanAsync(bench);

        plan.Traffic.Hooks.Should().Equal(new PlannedHook("POST_TEST_TRAFFIC_SHIFT", Account + "smoke-test", "arn:aws:iam::123456789012:role/ecsHookRole"));
        plan.Findings.Where(one => one.Severity >= FindingSeverity.Warning).Should().BeEmpty();
    }

    [Fact]
    public async Task NativeHook_WithoutFunctionAndRole_IsTold()
    {
        await using var bench = await NativeService.CreateAsync();

        var errors = (await PlanAsync(bench)).Findings.Where(one => one.Severity == FindingSeverity.Error).ToList();

        errors.Select(one => one.Code).Should().BeEquivalentTo("BG415", "BG601");
        errors.Single(one => one.Code == "BG415").Message.Should().Contain("POST_TEST_TRAFFIC_SHIFT");
        errors.Single(one => one.Code == "BG601").Message.Should().Be("The role of the hooks does not exist.");
    }

    [Theory]
    [InlineData("lambda.amazonaws.com", Invoke, "BG602")]
    [InlineData("ecs.amazonaws.com", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"logs:*","Resource":"*"}}""", "BG604")]
    public async Task NativeHook_WithARoleOfNoUse_IsTold(string trusted, string policy, string code)
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Functions["smoke-test"] = _ => HookReply.Succeeded();
        await AddRoleAsync(bench, trusted, policy);

        (await PlanAsync(bench)).Findings.Where(one => one.Severity >= FindingSeverity.Warning).Should().ContainSingle().Which.Should()
            .Match<Finding>(one => one.Code == code && one.Subject == "arn:aws:iam::123456789012:role/ecsHookRole");
    }

    private static DeploymentBuilder With(SurveyBench bench, string function) => TestBench.Deploy().WithAppSpec(new AppSpec
    {
        ContainerName = bench.Seed.ServiceName,
        ContainerPort = bench.Seed.ContainerPort,
        Hooks = [new(HookEvent.AfterAllowTestTraffic, function)],
    });

    private static async Task AddRoleAsync(EngineBench bench, string trusted, string policy)
    {
        await bench.Process.Iam.CreateRoleAsync(new() { RoleName = "ecsHookRole", AssumeRolePolicyDocument = Trust.Replace("SERVICE", trusted, StringComparison.Ordinal) }, Token);
        await bench.Process.Iam.PutRolePolicyAsync(new() { RoleName = "ecsHookRole", PolicyName = "hooks", PolicyDocument = policy }, Token);
    }

    private static async Task<DeploymentPlan> PlanAsync(EngineBench bench)
    {
        var deployer = bench.StartProcess(checksSurroundings: true).Deployer;
        var deployment = await bench.Service.WithHookAsync(bench, bench.Service.Deploy(), "smoke-test");
        return await bench.Clock.DriveAsync(deployer.PlanAsync(deployment.Build(), Token));
    }
}
